import type { HolderKind } from './held-policies.ts';

/** On what an action must be allowed for a way to be open. */
export type Target =
  'self' | 'own group' | 'own policy' | 'own older version' | 'every user' | 'every group' | 'every role' | 'any';

export interface Need {
  readonly action: string;
  readonly on: Target;
  /** The service that a role is passed to. */
  readonly service?: string;
}

/** How one who has rights over permissions, or may have code run as another, gets the rights it lacks. */
export interface EscalationWay {
  /** What it can do, in words: `attach AdministratorAccess to itself`. */
  readonly what: string;
  readonly open: readonly HolderKind[];
  readonly needs: readonly Need[];
}

const ALL: readonly HolderKind[] = ['user', 'group', 'role'];
const PEOPLE: readonly HolderKind[] = ['user', 'group'];

function way(what: string, open: readonly HolderKind[], ...needs: readonly Need[]): EscalationWay {
  return { what, open, needs };
}

function pass(what: string, service: string, ...actions: readonly string[]): EscalationWay {
  const needs = actions.map((action): Need => ({ action, on: 'any' }));
  return way(what, ALL, { action: 'iam:PassRole', on: 'every role', service: `${service}.amazonaws.com` }, ...needs);
}

const on =
  (target: Target) =>
  (action: string): Need => ({ action, on: target });
const self = on('self');
const ownGroup = on('own group');
const everyUser = on('every user');
const everyRole = on('every role');

/**
 * The most direct first. Not here: ways that need a resource of somebody else's to be there, such as a function with a role
 * whose code can be replaced, or a role that trusts the whole account.
 */
export const ESCALATION_WAYS: readonly EscalationWay[] = [
  way('write itself an inline policy', ['user', 'group'], self('iam:PutUserPolicy')),
  way('write itself an inline policy', ['role'], self('iam:PutRolePolicy')),
  way('attach AdministratorAccess to itself', ['user', 'group'], self('iam:AttachUserPolicy')),
  way('attach AdministratorAccess to itself', ['role'], self('iam:AttachRolePolicy')),
  way('write its group an inline policy', PEOPLE, ownGroup('iam:PutGroupPolicy')),
  way('attach AdministratorAccess to its group', PEOPLE, ownGroup('iam:AttachGroupPolicy')),
  way('rewrite a policy that it has', ALL, { action: 'iam:CreatePolicyVersion', on: 'own policy' }),
  way('go back to a version of its policy that allows everything', ALL, {
    action: 'iam:SetDefaultPolicyVersion',
    on: 'own older version',
  }),
  way('put itself into any group', PEOPLE, { action: 'iam:AddUserToGroup', on: 'every group' }),
  way('make access keys for any user', ALL, everyUser('iam:CreateAccessKey')),
  way('give any user a password', ALL, everyUser('iam:CreateLoginProfile')),
  way('change the password of any user', ALL, everyUser('iam:UpdateLoginProfile')),
  way('let itself into any role', ALL, everyRole('iam:UpdateAssumeRolePolicy')),
  ...['iam:AttachRolePolicy', 'iam:PutRolePolicy'].flatMap((grant) => [
    way('make a role with any rights and assume it', PEOPLE, everyRole('iam:CreateRole'), everyRole(grant)),
    way('give any rights to a role and assume it', PEOPLE, everyRole(grant), everyRole('sts:AssumeRole')),
  ]),
  pass('start an instance with any role', 'ec2', 'ec2:RunInstances'),
  pass('run a function with any role', 'lambda', 'lambda:CreateFunction', 'lambda:InvokeFunction'),
  pass('run a function with any role', 'lambda', 'lambda:CreateFunction', 'lambda:CreateEventSourceMapping'),
  pass('run a function with any role', 'lambda', 'lambda:CreateFunction', 'lambda:AddPermission'),
  pass('create a stack with any role', 'cloudformation', 'cloudformation:CreateStack'),
  pass('run a container with any role', 'ecs-tasks', 'ecs:RegisterTaskDefinition', 'ecs:RunTask'),
  pass('run a build with any role', 'codebuild', 'codebuild:CreateProject', 'codebuild:StartBuild'),
  pass('run a job with any role', 'glue', 'glue:CreateJob', 'glue:StartJobRun'),
  pass('open a development endpoint with any role', 'glue', 'glue:CreateDevEndpoint'),
  pass(
    'open a notebook with any role',
    'sagemaker',
    'sagemaker:CreateNotebookInstance',
    'sagemaker:CreatePresignedNotebookInstanceUrl',
  ),
  pass('run a training job with any role', 'sagemaker', 'sagemaker:CreateTrainingJob'),
  pass('run a processing job with any role', 'sagemaker', 'sagemaker:CreateProcessingJob'),
  pass('run a state machine with any role', 'states', 'states:CreateStateMachine', 'states:StartExecution'),
  pass('run an automation with any role', 'ssm', 'ssm:StartAutomationExecution'),
];
