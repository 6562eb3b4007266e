import type { NonEmpty } from '../kernel/outcome.ts';
import type { HolderKind } from './held-policies.ts';

/** On what an action must be allowed for a way to be open. */
export type Target =
  | 'self'
  | 'own group'
  | 'own policy'
  | 'own older version'
  | 'every user'
  | 'every group'
  | 'every role'
  /** One that can be made under a name of one's choice: all the needs of a way must allow the same name. */
  | 'new user'
  | 'new group'
  | 'new role'
  | 'any';

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
  readonly needs: NonEmpty<Need>;
}

const ALL: readonly HolderKind[] = ['user', 'group', 'role'];
const PEOPLE: readonly HolderKind[] = ['user', 'group'];

function way(what: string, open: readonly HolderKind[], ...needs: NonEmpty<Need>): EscalationWay {
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
const newUser = on('new user');
const newGroup = on('new group');
const newRole = on('new role');

/**
 * The most direct first. Not here: ways that need a resource of somebody else's to be there, such as a function with a role
 * whose code can be replaced. That some role can be assumed by who may assume every role is taken for granted.
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
  ...['Attach', 'Put'].flatMap((verb) => [
    // The trust policy of a new role can name whoever makes it, who then needs no leave to assume it.
    way('make a role with any rights and assume it', ALL, newRole('iam:CreateRole'), newRole(`iam:${verb}RolePolicy`)),
    way(
      'give any rights to a role and assume it',
      PEOPLE,
      everyRole(`iam:${verb}RolePolicy`),
      everyRole('sts:AssumeRole'),
    ),
    way(
      'make a group with any rights and join it',
      PEOPLE,
      newGroup('iam:CreateGroup'),
      newGroup(`iam:${verb}GroupPolicy`),
      newGroup('iam:AddUserToGroup'),
    ),
    ...['iam:CreateAccessKey', 'iam:CreateLoginProfile'].map((credential) =>
      way(
        'make a user with any rights and sign in as it',
        ALL,
        newUser('iam:CreateUser'),
        newUser(`iam:${verb}UserPolicy`),
        newUser(credential),
      ),
    ),
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
  pass('have the scheduler make any call with any role', 'scheduler', 'scheduler:CreateSchedule'),
];
