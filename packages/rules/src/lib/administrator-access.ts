import type { PolicyStatement } from '@plumbline/model';
import { conditionsOf } from './condition.ts';
import { coversAction, coversResource, listOf } from './policy-document.ts';

/** A statement, and whatever the caller needs to point at it. */
export interface Placed {
  readonly statement: PolicyStatement;
}

/** Every action there is: each has a service and a name. */
const EVERY_ACTION = '?*:?*';
/** Every ARN there is, in any of AWS's partitions. */
const EVERY_ARN = ['aws', 'aws-cn', 'aws-us-gov'].map((partition) => `arn:${partition}:?*:*:*:?*`);
const EVERY_IAM_ARN = ['aws', 'aws-cn', 'aws-us-gov'].map((partition) => `arn:${partition}:iam::?*:?*`);

/** Actions by which a principal gives itself, or one it can become, any permission it lacks. */
const GRANTING_ACTIONS = [
  'iam:AddUserToGroup',
  'iam:AttachGroupPolicy',
  'iam:AttachRolePolicy',
  'iam:AttachUserPolicy',
  'iam:CreatePolicyVersion',
  'iam:PutGroupPolicy',
  'iam:PutRolePolicy',
  'iam:PutUserPolicy',
  'iam:SetDefaultPolicyVersion',
  'iam:UpdateAssumeRolePolicy',
];

/**
 * The statement, of all that apply to one principal, that makes it an administrator: it allows every action on every resource, or
 * every action but some, and what is left out or denied leaves a way to change permissions in IAM, so that it can be had back.
 * An allowance without a condition is found before one with a condition; a Deny with a condition takes nothing away for good.
 */
export function administratorStatement<T extends Placed>(placed: readonly T[]): T | undefined {
  const allows = placed.filter(({ statement }) => statement.Effect === 'Allow' && onEverything(statement));
  const denies = placed.map(({ statement }) => statement).filter(deniesForGood);
  const broad = allows.filter(({ statement }) => allowsAlmostAll(statement));
  const granting = GRANTING_ACTIONS.filter((action) => !denies.some((deny) => coversAction(deny, action)));
  const grants = (each: T, action: string) => coversAction(each.statement, action);
  const unlimited = ({ statement }: T) => !isConditional(statement);
  const makes = (each: T, others: readonly T[]) =>
    granting.some((action) => grants(each, action) || others.some((other) => grants(other, action)));
  return (
    broad.find((each) => unlimited(each) && makes(each, allows.filter(unlimited))) ??
    broad.find((each) => makes(each, allows))
  );
}

export function isConditional(statement: PolicyStatement): boolean {
  return conditionsOf(statement).length > 0;
}

/** Allows all actions, or by `NotAction` all but some. */
function allowsAlmostAll(statement: PolicyStatement): boolean {
  if (statement.NotAction === undefined) return coversAction(statement, EVERY_ACTION);
  return listOf(statement.NotAction).length > 0 && !coversAction({ Action: statement.NotAction }, EVERY_ACTION);
}

function onEverything(statement: PolicyStatement): boolean {
  // With `NotResource` it is enough that IAM is not among what is left out.
  return coversAll(statement, statement.NotResource === undefined ? EVERY_ARN : EVERY_IAM_ARN);
}

function deniesForGood(statement: PolicyStatement): boolean {
  return statement.Effect === 'Deny' && !isConditional(statement) && coversAll(statement, EVERY_IAM_ARN);
}

/** An account lies in one partition; the others are nothing that `NotResource` could spare. */
function coversAll(statement: PolicyStatement, arns: readonly string[]): boolean {
  const covered = (arn: string) => coversResource(statement, arn);
  return statement.NotResource === undefined ? arns.some(covered) : arns.every(covered);
}
