import { isCollected, type PolicyDocument, type PolicyStatus } from '@plumbline/model';
import { nonEmpty, type Evidence, type Missing, type NonEmpty, type NotRead } from '../kernel/outcome.ts';
import { accessTo, isAbout, type S3Resources } from './bucket-access.ts';
import { takenBackBy } from './bucket-denies.ts';
import { listed } from './listed.ts';
import { namedPrincipals } from './named-principals.ts';
import type { LocatedStatement } from './policy-document.ts';
import type { PolicyOf } from './public-condition.ts';
import { publicGrants, type PublicGrant } from './public-policy.ts';

/** What S3 says of a policy (`policyStatus`), and what its statements say. */
export interface PolicyFacts {
  readonly policy: PolicyDocument | null | NotRead;
  readonly policyStatus: PolicyStatus | null | NotRead;
}

export type PublicVerdict =
  | { readonly is: 'private' }
  | { readonly is: 'unread'; readonly missing: NonEmpty<Missing> }
  /** The public gets in: `access` says to what; empty: to settings at the most. */
  | {
      readonly is: 'open';
      readonly who: string;
      /** What it lets them do, for a sentence: `read objects`. */
      readonly may: string;
      readonly access: readonly string[];
      /** Whether S3 counts the policy as public too: its own word, or by its rules where that could not be read. */
      readonly countedByS3: boolean;
      /** Whether RestrictPublicBuckets would hold them back. S3's rules count as much as its word, which blocks may colour. */
      readonly restrictable: boolean;
      readonly evidence: NonEmpty<Evidence>;
    }
  /** S3 counts it as public, and it lets nobody in from the public: what it takes to say so. */
  | { readonly is: 'counted'; readonly because: string; readonly evidence: readonly Evidence[] };

const PRIVATE: PublicVerdict = { is: 'private' };

/**
 * Both verdicts on a policy: whether S3 counts it as public, and whether it lets the public in. Blocks are not looked at. Of a policy
 * that could not be read, S3's word is enough to call it public, and not to call it private: ours is the wider meaning.
 */
export function judgePublicPolicy(
  { policy, policyStatus }: PolicyFacts,
  resources: S3Resources,
  of: PolicyOf = 'bucket',
): PublicVerdict {
  const says = isCollected(policyStatus) ? policyStatus?.IsPublic : undefined;
  if (!isCollected(policy)) {
    if (!says) return { is: 'unread', missing: [policy.notCollected] };
    const because = 'S3 counts the policy as public; its statements could not be read.';
    return { is: 'counted', because, evidence: [status(says)] };
  }
  if (policy === null || (!says && !namedPrincipals(policy).open)) return PRIVATE;
  const grants = publicGrants(policy, of)
    .filter(({ statement }) => isAbout(resources, statement))
    .map((grant) => ({ ...grant, takenBack: takenBackBy(policy, resources, grant.statement) ?? [] }));
  const told = says === undefined ? [] : [status(says)];
  const open = nonEmpty(grants.filter(({ letsIn, takenBack }) => letsIn && takenBack.length === 0));
  const byItsRules = grants.some(({ countedByS3 }) => countedByS3);
  if (open) return letsIn(open, resources, { says, byItsRules }, told);
  if (!(says ?? byItsRules)) return PRIVATE;
  return {
    is: 'counted',
    because: `S3 counts the policy as public, ${despite(grants)}.`,
    evidence: [...grants.map(evidenceOf), ...evidenceOfDenies(grants), ...told],
  };
}

/** Whether RestrictPublicBuckets holds back whom the verdict is about. */
export function isRestrictable(verdict: PublicVerdict): boolean {
  return verdict.is === 'counted' || (verdict.is === 'open' && verdict.restrictable);
}

type Grant = PublicGrant & { readonly takenBack: readonly LocatedStatement[] };

function letsIn(
  grants: NonEmpty<Grant>,
  resources: S3Resources,
  { says, byItsRules }: { readonly says: boolean | undefined; readonly byItsRules: boolean },
  told: readonly Evidence[],
): PublicVerdict {
  const [first, ...others] = grants;
  const { who, keys } = first;
  const access = [...new Set(grants.flatMap(({ statement }) => accessTo(resources, statement)))];
  const what = access.length > 0 ? listed(access, access.length) : 'read settings of the bucket';
  const loose = keys.length > 0 ? `; ${listed(keys)} in its condition does not fix who` : '';
  const countedByS3 = says ?? byItsRules;
  const uncounted = countedByS3 ? '' : '; S3 does not count it as public';
  return {
    is: 'open',
    who,
    may: `${what}${loose}${uncounted}`,
    access,
    countedByS3,
    restrictable: says === true || byItsRules,
    evidence: [evidenceOf(first), ...others.map(evidenceOf), ...told],
  };
}

/** Why what S3 counts as public lets nobody in. */
function despite(grants: readonly Grant[]): string {
  if (grants.length === 0) return 'though none of its statements lets in the public to what is here';
  if (grants.some(({ takenBack }) => takenBack.length > 0))
    return 'as it allows them in, and only a Deny in it keeps them out';
  const keys = new Set(grants.flatMap((each) => each.keys));
  return `as ${listed([...keys])} in its condition is not fixed, though only one owner's principals or networks can meet it`;
}

function status(isPublic: boolean): Evidence {
  return { pointer: '/policyStatus/IsPublic', expected: 'is false', ok: !isPublic };
}

function evidenceOf({ pointer }: Grant): Evidence {
  return { pointer: `/policy${pointer}`, expected: 'names fixed principals, or has a condition with fixed values' };
}

function evidenceOfDenies(grants: readonly Grant[]): readonly Evidence[] {
  const denies = new Set(grants.flatMap(({ takenBack }) => takenBack.map(({ pointer }) => pointer)));
  return [...denies].map((each) => ({ pointer: `/policy${each}`, expected: 'keeps the public out', ok: true }));
}
