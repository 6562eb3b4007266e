import type { PolicyDocument } from '@plumbline/model';
import { conditionsOf, writtenKeys, type Condition } from './condition.ts';
import { listed } from './listed.ts';
import { namedPrincipals } from './named-principals.ts';
import { isEveryone, principalsOf, statementsOf, type LocatedStatement, type Principal } from './policy-document.ts';
import { fixesWho, keepsPublicOut, needsAccount, wideRanges, type PolicyOf } from './public-condition.ts';
import { hasWildcard } from './wildcard.ts';

/** A statement that S3 counts as public, or that lets in the public, or both. */
export interface PublicGrant extends LocatedStatement {
  /** Who is let in: `anyone on the internet`. */
  readonly who: string;
  /** Condition keys of the statement, as they are written. */
  readonly keys: readonly string[];
  /** Whether S3 itself counts the statement as public: none of its conditions has only fixed values. */
  readonly countedByS3: boolean;
  /** Whether the public meets its conditions. */
  readonly letsIn: boolean;
}

/**
 * The public statements of a policy, by both readings. S3 Block Public Access counts a policy as public unless each of its Allow
 * statements is limited to fixed values (without wildcard or policy variable) of a principal or of certain condition keys; Deny
 * statements play no part in it. That is stricter than who gets in, as every role of one account (`arn:aws:iam::111122223333:role/*`)
 * is not the public, and it can be laxer, as many ranges of addresses are narrow each and wide together.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
 */
export function publicGrants(policy: PolicyDocument, of: PolicyOf = 'bucket'): readonly PublicGrant[] {
  if (!namedPrincipals(policy).open) return [];
  return statementsOf(policy).flatMap((located) => {
    const { statement } = located;
    if (statement.Effect !== 'Allow') return [];
    const conditions = conditionsOf(statement);
    const who = openPrincipal(located, conditions);
    const countedByS3 = !conditions.some((each) => fixesWho(each, of));
    const letsIn = !conditions.some((each) => keepsPublicOut(each, of));
    if (who === null || !(countedByS3 || letsIn)) return [];
    return [{ ...located, who, keys: writtenKeys(statement), countedByS3, letsIn }];
  });
}

function openPrincipal({ statement }: LocatedStatement, conditions: readonly Condition[]): string | null {
  if (statement.NotPrincipal !== undefined) return 'everyone whom NotPrincipal does not name';
  const principals = principalsOf(statement.Principal);
  if (principals.some(isEveryone)) return everyoneWith(conditions);
  return principals.map(openName).find((who) => who !== null) ?? null;
}

function everyoneWith(conditions: readonly Condition[]): string {
  if (conditions.some(needsAccount)) return 'anyone with an AWS account';
  const [ranges] = conditions.map(wideRanges).filter((each) => each.length > 0);
  return ranges ? `anyone at ${listed(ranges)}` : 'anyone on the internet';
}

/** Who is let in by a principal that is not fixed and not simply everyone; `null` for a fixed one. */
function openName({ kind, name }: Principal): string | null {
  if (hasWildcard(name) || name.includes('${')) return `whoever "${name}" stands for, which is no principal AWS knows`;
  if (kind === 'Federated' && !name.startsWith('arn:')) return `anyone who signs in with ${name}`;
  return null;
}

/** Whether a principal is the public, or more than one that is fixed. */
export function isPublic(principal: Principal): boolean {
  return isEveryone(principal) || openName(principal) !== null;
}
