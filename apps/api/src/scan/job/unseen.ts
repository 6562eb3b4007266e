import { serviceOf, typeEntry, type Listing } from '@plumbline/model';
import { isCustomId, type Missing, type Rule } from '@plumbline/rules';
import type { ScanBounds } from '../scope.ts';
import { findingRow } from './finding-row.ts';
import type { Gaps } from './gaps.ts';
import type { KnownFinding, KnownResource, KnownState } from './known-state.ts';
import { ABSENT, RULE_REMOVED, unread, type Observed } from './observation.ts';
import type { Stage } from './stage.ts';

/** Resources that the store has and the snapshot has not. */
export interface MissingResources {
  /** Missing from a complete listing. */
  readonly absent: readonly string[];
  /** Missing, and nothing says that the listing was complete; only those that scans saw until now. */
  readonly unseen: readonly string[];
}

interface Scanned {
  readonly bounds: ScanBounds;
  readonly registry: readonly Rule[];
  readonly seen: ReadonlySet<string>;
  readonly completeListings: readonly Listing[];
  /** What is missing of a listing, by type and region. */
  readonly unlistedParts: ReadonlyMap<string, Missing>;
  readonly gaps: Gaps;
}

/**
 * Stages what follows for findings whose resource the snapshot does not have. An absent resource closes all of its findings, whichever
 * rules this scan evaluates: nothing is left that they could be about. So does a rule that is no longer there, or nothing would ever
 * close them. A user's own rule may only not be loaded today: its findings wait for it as they are. A recheck tells of its own rule only.
 */
export function stageUnseen(known: KnownState, scanned: Scanned, stage: Stage): MissingResources {
  const { bounds, seen } = scanned;
  const evaluated = new Set(bounds.rules.map((rule) => rule.id));
  const registered = new Set(scanned.registry.map((rule) => rule.id));
  const complete = new Set(scanned.completeListings.map(({ type, region }) => `${type} ${region}`));
  const isWhole = bounds.resources === null;
  const absent: string[] = [];
  const unseen: string[] = [];
  for (const [id, resource] of known) {
    if (!bounds.includes(resource) || (bounds.resources && !bounds.resources.has(id))) continue;
    const isMissing = !seen.has(id) && !resource.gone;
    const isAbsent = isMissing && listingsOf(resource).some((listing) => complete.has(listing));
    if (isWhole && isAbsent) absent.push(id);
    else if (isWhole && isMissing && !resource.unseen) unseen.push(id);
    const notListed = isMissing && !isAbsent ? unread('unseen', [missingListing(resource, scanned)], 0) : null;
    const observed = ({ ruleKey }: KnownFinding): Observed | null => {
      if (isAbsent) return isWhole || evaluated.has(ruleKey) ? ABSENT : null;
      if (!registered.has(ruleKey) && bounds.includesRule(ruleKey)) return isCustomId(ruleKey) ? null : RULE_REMOVED;
      return evaluated.has(ruleKey) ? notListed : null;
    };
    for (const finding of resource.findings) stageFinding(id, resource, finding, observed(finding), stage);
  }
  return { absent, unseen };
}

function stageFinding(
  resourceId: string,
  { type }: KnownResource,
  finding: KnownFinding,
  observed: Observed | null,
  stage: Stage,
): void {
  const { id, ruleKey, region } = finding;
  const subject = { id, ruleKey, resourceId, type, service: serviceOf(type), region, searched: [], differs: false };
  const row = observed && findingRow(finding, observed, subject);
  if (row) stage.addFinding(row);
}

/** The listings that would have the resource. A type that no rule knows may be listed either way. */
function listingsOf({ type, region }: KnownResource): readonly string[] {
  const scope = typeEntry(type)?.scope;
  return [...(scope === 'global' ? [] : [`${type} ${region}`]), ...(scope === 'regional' ? [] : [`${type} global`])];
}

/** What is missing of the listing. The engine told, unless it is of a region that the snapshot does not name. */
function missingListing(resource: KnownResource, { bounds, unlistedParts, gaps }: Scanned): Missing {
  const { type } = resource;
  const [listing = ''] = listingsOf(resource);
  const told = unlistedParts.get(listing);
  if (told) return told;
  const region = listing.slice(type.length + 1);
  const missing: Missing = {
    fact: `${type} in ${region}`,
    reason: 'NOT_RECORDED',
    action: typeEntry(type)?.listing.action,
    message: 'The recording does not have it.',
  };
  const rules = bounds.rules.filter((rule) => rule.resource === type);
  if (rules.length > 0) gaps.unlisted({ type, region, rules, missing });
  return missing;
}
