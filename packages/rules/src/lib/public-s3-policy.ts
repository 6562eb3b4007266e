import { isCollected, type PolicyDocument, type PolicyStatus } from '@plumbline/model';
import { nonEmpty, type Evidence, type Missing, type NonEmpty, type NotRead } from '../kernel/outcome.ts';
import { accessTo, isAbout, takenBackBy, type S3Resources } from './bucket-access.ts';
import { listed } from './listed.ts';
import type { LocatedStatement } from './policy-document.ts';
import { publicGrants, type PolicyOf, type PublicGrant } from './public-policy.ts';

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
      /** Whether S3 counts the policy as public too; `false`: let nobody rely on its blocks. */
      readonly countedByS3: boolean;
      readonly evidence: readonly Evidence[];
    }
  /** S3 counts it as public, and it lets nobody in from the public: what it takes to say so. */
  | { readonly is: 'counted'; readonly because: string; readonly evidence: readonly Evidence[] };

const PRIVATE: PublicVerdict = { is: 'private' };

/** Both verdicts on a policy: whether S3 counts it as public, and whether it lets the public in. Blocks are not looked at. */
export function judgePublicPolicy(
  { policy, policyStatus }: PolicyFacts,
  resources: S3Resources,
  of: PolicyOf = 'bucket',
): PublicVerdict {
  const says = isCollected(policyStatus) ? policyStatus?.IsPublic : undefined;
  if (!isCollected(policy)) {
    if (says === undefined) return { is: 'unread', missing: [policy.notCollected] };
    if (!says) return PRIVATE;
    const because = 'S3 counts the policy as public; its statements could not be read.';
    return { is: 'counted', because, evidence: [status(says)] };
  }
  if (policy === null) return PRIVATE;
  const grants = publicGrants(policy, of)
    .filter(({ statement }) => isAbout(resources, statement))
    .map((grant) => ({ ...grant, takenBack: takenBackBy(policy, resources, grant.statement) }));
  const open = nonEmpty(grants.filter(({ takenBack }) => !takenBack));
  const counted = says ?? grants.some(({ countedByS3 }) => countedByS3);
  const told = says === undefined ? [] : [status(says)];
  if (open) return letsIn(open, resources, counted, told);
  if (!counted) return PRIVATE;
  const because =
    grants.length > 0
      ? 'S3 counts the policy as public: it allows the public in, and only a Deny in it keeps them out.'
      : 'S3 counts the policy as public, though none of its statements lets in the public to what is here.';
  return { is: 'counted', because, evidence: [...evidenceOf(grants), ...evidenceOfDenies(grants), ...told] };
}

type Grant = PublicGrant & { readonly takenBack: LocatedStatement | undefined };

function letsIn(
  grants: NonEmpty<Grant>,
  resources: S3Resources,
  countedByS3: boolean,
  told: readonly Evidence[],
): PublicVerdict {
  const [{ who, keys }] = grants;
  const access = [...new Set(grants.flatMap(({ statement }) => accessTo(resources, statement)))];
  const what = access.length > 0 ? listed(access, access.length) : 'read settings of the bucket';
  const despite = keys.length > 0 ? `; ${keys.join(' and ')} in its condition does not fix who` : '';
  return {
    is: 'open',
    who,
    may: `${what}${despite}`,
    access,
    countedByS3,
    evidence: [...evidenceOf(grants), ...told],
  };
}

function status(isPublic: boolean): Evidence {
  return { pointer: '/policyStatus/IsPublic', expected: 'is false', ok: !isPublic };
}

function evidenceOf(grants: readonly Grant[]): readonly Evidence[] {
  const expected = 'names fixed principals, or has a condition with fixed values';
  return grants.map(({ pointer }) => ({ pointer: `/policy${pointer}`, expected }));
}

function evidenceOfDenies(grants: readonly Grant[]): readonly Evidence[] {
  const denies = new Set(grants.flatMap(({ takenBack }) => takenBack?.pointer ?? []));
  return [...denies].map((each) => ({ pointer: `/policy${each}`, expected: 'keeps the public out', ok: true }));
}
