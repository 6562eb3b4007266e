import type { InlinePolicy } from '@plumbline/model';
import {
  attachedArns,
  boundaryArn,
  defaultDocument,
  type AttachedPolicy,
  type PolicyHolder,
} from '../aws/relations/iam.ts';
import {
  nonEmpty,
  pass,
  unknown,
  type Evidence,
  type Missing,
  type NonEmpty,
  type Outcome,
} from '../kernel/outcome.ts';
import type { Severity } from '../kernel/severity.ts';
import { administratorStatement, isConditional, type Placed } from './administrator-access.ts';
import { statementsOf } from './policy-document.ts';

interface Grant extends Placed {
  /** Name of the policy that the statement is in. */
  readonly policy: string;
  readonly evidence: NonEmpty<Evidence>;
}

interface Holder {
  /** With an article: `The role`. */
  readonly noun: string;
  readonly details: PolicyHolder;
  readonly inline: { readonly field: string; readonly policies: readonly InlinePolicy[] | undefined };
  readonly managed: readonly AttachedPolicy[];
  readonly severity?: { readonly is: Severity; readonly because: string } | undefined;
}

/** Whether a user, group or role is an administrator by its own inline and attached policies, within its permissions boundary. */
export function administratorOutcome({ noun, details, inline, managed, severity }: Holder): Outcome {
  const byArn = new Map(managed.map((policy) => [policy.id, policy]));
  const arns = attachedArns(details);
  const attached = arns.flatMap((arn, index) => attachedGrants(arn, index, byArn.get(arn)));
  const found = administratorStatement<Grant>([...inlineGrants(inline), ...attached]);
  const unread = (arn: string) => !isAdministratorAccess(arn) && !defaultDocumentOf(byArn.get(arn));
  if (!found) {
    const missing = nonEmpty(arns.filter(unread).map(notRecorded));
    return missing ? unknown(...missing) : pass;
  }
  const boundary = boundaryArn(details);
  if (boundary !== undefined && !isAdministratorAccess(boundary)) {
    if (unread(boundary)) return unknown(notRecorded(boundary));
    if (!administratorStatement(statementsOf(defaultDocumentOf(byArn.get(boundary))?.document ?? {}))) return pass;
  }
  const conditional = isConditional(found.statement);
  return {
    status: 'fail',
    message: `${noun} may do everything on every resource by the policy "${found.policy}"${conditional ? ', under a condition' : ''}.`,
    severity: conditional ? { is: 'medium', because: 'The rights hold only under a condition.' } : severity,
    evidence: found.evidence,
  };
}

function inlineGrants({ field, policies = [] }: Holder['inline']): readonly Grant[] {
  return policies.flatMap(({ PolicyName = '', PolicyDocument = {} }, index) =>
    statementsOf(PolicyDocument).map(({ statement, pointer }) => ({
      statement,
      policy: PolicyName,
      evidence: [
        { pointer: `/authorizationDetails/${field}/${index}/PolicyDocument${pointer}`, expected: EXPECTED },
        { pointer: `/authorizationDetails/${field}/${index}/PolicyName`, expected: 'names the policy', ok: true },
      ],
    })),
  );
}

const EXPECTED = 'allows only the actions and resources that are needed';

function attachedGrants(arn: string, index: number, policy: AttachedPolicy | undefined): readonly Grant[] {
  const attachment = {
    pointer: `/authorizationDetails/AttachedManagedPolicies/${index}/PolicyArn`,
    expected: 'is a policy without full rights',
  };
  const name = arn.slice(arn.lastIndexOf('/') + 1);
  const version = defaultDocumentOf(policy);
  if (version)
    return statementsOf(version.document).map(({ statement, pointer }) => ({
      statement,
      policy: name,
      evidence: [attachment, { pointer: version.pointer + pointer, expected: EXPECTED, of: policy }],
    }));
  const known = { Effect: 'Allow', Action: '*', Resource: '*' };
  return isAdministratorAccess(arn) ? [{ statement: known, policy: name, evidence: [attachment] }] : [];
}

/** AWS's own policy, whose document everyone knows. */
function isAdministratorAccess(arn: string): boolean {
  return /^arn:[\w-]+:iam::aws:policy\/AdministratorAccess$/.test(arn);
}

function defaultDocumentOf(policy: AttachedPolicy | undefined) {
  return policy ? defaultDocument(policy.facets) : null;
}

function notRecorded(arn: string): Missing {
  return {
    fact: 'AWS::IAM::ManagedPolicy.authorizationDetails',
    reason: 'NOT_RECORDED',
    action: 'iam:GetAccountAuthorizationDetails',
    message: `The recording does not have the document of ${arn}.`,
  };
}
