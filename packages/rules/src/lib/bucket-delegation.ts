import type { PolicyDocument, PolicyStatement } from '@plumbline/model';
import { accessTo, bucketResources, isAbout } from './bucket-access.ts';
import { namesPublic, takenBackBy } from './bucket-denies.ts';
import { conditionsOf, EQUALITY_OPERATORS, type Condition } from './condition.ts';
import { namesEveryone, statementsOf, type LocatedStatement } from './policy-document.ts';
import { keepsPublicOut, spared } from './public-condition.ts';
import { covers } from './wildcard.ts';

interface AskedThrough {
  readonly arn: string;
  readonly account: string;
  /** What its own policy lets the public do; empty: to settings at the most. */
  readonly access: readonly string[];
}

/**
 * The statement of a bucket's policy that lets the public in through an access point: an access point's own policy only counts
 * for what the bucket's allows too, most often by `s3:DataAccessPointAccount`.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html#access-points-delegating-control
 */
export function opensTo(
  accessPoint: AskedThrough,
  policy: PolicyDocument,
  bucketArn: string,
): LocatedStatement | undefined {
  const resources = bucketResources(bucketArn);
  const { access } = accessPoint;
  return statementsOf(policy).find(
    ({ statement }) =>
      letsInEveryone({ statement }) &&
      isAbout(resources, statement) &&
      (access.length === 0 || accessTo(resources, statement).some((each) => access.includes(each))) &&
      conditionsOf(statement).every((each) => holds(each, accessPoint) ?? !keepsPublicOut(each)) &&
      !takenBackBy(policy, resources, statement, (deny) => hits(deny, accessPoint)),
  );
}

/** Whether an Allow is for everyone, whatever its conditions say. */
export function letsInEveryone({ statement }: { readonly statement: PolicyStatement }): boolean {
  const { Effect, Principal, NotPrincipal } = statement;
  return Effect === 'Allow' && (NotPrincipal !== undefined || namesEveryone(Principal));
}

/** Whether a Deny hits the public that comes through this access point, which it may spare: "all but our access points". */
function hits(deny: PolicyStatement, accessPoint: AskedThrough): boolean {
  return (
    namesPublic(deny) &&
    conditionsOf(deny).every((each) => {
      const those = spared(each);
      if (those === null) return false;
      const spares = holds(those, accessPoint);
      return spares === null ? keepsPublicOut(those) : !spares;
    })
  );
}

/** Whether a condition on the access point asked through holds for this one; `null`: it is about something else. */
function holds({ key, operator, values }: Condition, { arn, account }: AskedThrough) {
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
