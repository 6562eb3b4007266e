import { isCollected, type PolicyDocument, type ResourceIdentity } from '@plumbline/model';
import { pass, unknown, type Evidence, type NonEmpty, type NotRead, type Outcome } from '../kernel/outcome.ts';
import type { Related } from '../kernel/relation.ts';
import type { Severity } from '../kernel/severity.ts';

import { accessPointResources } from './bucket-access.ts';
import { opensTo } from './bucket-delegation.ts';
import { listed } from './listed.ts';
import { isOn, isOnBehind, type BlockLevel, type BlocksBehind } from './public-access-block.ts';
import { isRestrictable, judgePublicPolicy, type PolicyFacts } from './public-s3-policy.ts';

export type PoliciesBehind = readonly Related<{ readonly policy: PolicyDocument | null }>[] | NotRead;

export interface AccessPointWorld extends PolicyFacts {
  readonly resource: ResourceIdentity;
  readonly accountId: string;
  /** Its own block, and the account's. */
  readonly levels: readonly BlockLevel[];
  /** JSON Pointer to its own `RestrictPublicBuckets`. */
  readonly restrict: string;
  readonly blocks: BlocksBehind;
  readonly policies: PoliciesBehind;
  /** Names of buckets behind it that are another account's. */
  readonly foreign: readonly string[];
  /** Who `"*"` is here: requests to some access points must be signed. */
  readonly everyone: string;
}

/** Judges an access point whose network origin is the internet: its own policy, all the blocks, and what the buckets behind it allow. */
export function judgeAccessPoint(world: AccessPointWorld): Outcome {
  const { resource, blocks, levels, foreign } = world;
  const verdict = judgePublicPolicy(world, accessPointResources(resource.id), 'access-point');
  if (verdict.is === 'private') return pass;
  const restricted = isRestrictable(verdict) ? [isOn(RESTRICT, levels), isOnBehind(RESTRICT, blocks, foreign)] : [];
  if (restricted.includes(true)) return pass;
  if (verdict.is === 'unread') return unknown(...verdict.missing);
  const missing = restricted.find((each) => typeof each !== 'boolean');
  if (missing) return unknown(...missing);
  const unset: Evidence = { pointer: world.restrict, expected: 'is true' };
  if (verdict.is === 'counted')
    return fail(
      verdict.because,
      isCollected(world.policy)
        ? { is: 'medium', because: 'No statement of it was seen to let the public in.' }
        : { is: 'high', because: 'It is open as far as is known: its statements could not be read.' },
      [unset, ...verdict.evidence],
    );
  const behind = letIn(world, verdict);
  const evidence: NonEmpty<Evidence> = verdict.restrictable ? [unset, ...verdict.evidence] : verdict.evidence;
  const who = verdict.who === 'anyone on the internet' ? world.everyone : verdict.who;
  return fail(`The policy allows ${who} to ${verdict.may}; ${behind.message}.`, behind.severity, [
    ...evidence,
    ...behind.evidence,
  ]);
}

const RESTRICT = 'RestrictPublicBuckets';

function fail(
  message: string,
  severity: { readonly is: Severity; readonly because: string } | undefined,
  evidence: NonEmpty<Evidence>,
): Outcome {
  return { status: 'fail', message, severity, evidence };
}

/** What the buckets' own policies make of it. */
function letIn(
  { resource, accountId, blocks, policies, foreign }: AccessPointWorld,
  { access, restrictable }: { readonly access: readonly string[]; readonly restrictable: boolean },
) {
  if (!isCollected(policies)) return unsure("whether the bucket's policy allows it too could not be read");
  const held =
    restrictable && isCollected(blocks)
      ? blocks.filter(({ facets }) => facets.publicAccessBlock?.[RESTRICT] === true)
      : [];
  const open = policies.flatMap((bucket) => {
    const { policy } = bucket.facets;
    if (policy === null || held.some(({ id }) => id === bucket.id)) return [];
    const statement = opensTo({ arn: resource.id, account: accountId, access }, policy, bucket.id);
    return statement ? [{ bucket, statement }] : [];
  });
  if (open.length > 0)
    return {
      message: `the policy of ${listed(open.map(({ bucket }) => bucket.name))} lets them through`,
      severity: undefined,
      evidence: open.map(({ bucket, statement }) => ({
        pointer: `/policy${statement.pointer}`,
        expected: 'lets nobody from the public in through this access point',
        of: bucket,
      })),
    };
  if (foreign.length > 0) return unsure(`what ${listed(foreign)} of another account allows is not in this snapshot`);
  return {
    message: 'S3 counts it as public, though no policy of a bucket behind it lets them through today',
    severity: {
      is: 'medium',
      because: "The bucket's own policy lets nobody in through it, as long as it stands.",
    } as const,
    evidence: [],
  };
}

function unsure(message: string) {
  return {
    message,
    severity: { is: 'high', because: `It is open as far as is known: ${message}.` } as const,
    evidence: [],
  };
}
