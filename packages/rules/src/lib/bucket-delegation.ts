import type { PolicyDocument, PolicyStatement } from '@plumbline/model';
import { bucketResources, isAbout, takenBackBy } from './bucket-access.ts';
import { conditionsOf, EQUALITY_OPERATORS, type Condition } from './condition.ts';
import { isEveryone, principalsOf, statementsOf, type LocatedStatement } from './policy-document.ts';
import { keepsPublicOut } from './public-policy.ts';
import { covers } from './wildcard.ts';

/**
 * The statement of a bucket's policy that lets the public in through an access point: an access point's own policy only counts
 * for what the bucket's allows too, most often by `s3:DataAccessPointAccount`.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html#access-points-delegating-control
 */
export function opensTo(
  accessPoint: { readonly arn: string; readonly account: string },
  policy: PolicyDocument,
  bucketArn: string,
): LocatedStatement | undefined {
  const resources = bucketResources(bucketArn);
  return statementsOf(policy).find(
    ({ statement }) =>
      statement.Effect === 'Allow' &&
      isForEveryone(statement) &&
      isAbout(resources, statement) &&
      conditionsOf(statement).every((each) => holds(each, accessPoint) ?? !keepsPublicOut(each)) &&
      !takenBackBy(policy, resources, statement),
  );
}

function isForEveryone({ Principal, NotPrincipal }: PolicyStatement): boolean {
  return NotPrincipal !== undefined || principalsOf(Principal).some(isEveryone);
}

/** Whether a condition on the access point asked through holds for this one; `null`: it is about something else. */
function holds(
  { key, operator, values }: Condition,
  { arn, account }: { readonly arn: string; readonly account: string },
) {
  const asked = {
    's3:dataaccesspointarn': arn,
    's3:dataaccesspointaccount': account,
    's3:accesspointnetworkorigin': 'Internet',
  };
  const actual = Object.entries(asked).find(([name]) => name === key)?.[1];
  const reading = EQUALITY_OPERATORS[operator];
  if (actual === undefined || reading === undefined) return null;
  return values.some((value) => (reading === 'literal' ? value === actual : covers(value, actual)));
}
