import { serviceOf, typeEntry, type RecordedResource, type SnapshotProblem } from '@plumbline/model';
import type { EvaluationSink, Missing, Rule } from '@plumbline/rules';
import type { ScanGapContent } from '../event-payload.ts';
import { storableText } from '../storable.ts';

type Gap = Omit<ScanGapContent, 'account_id' | 'affected_rules' | 'resources'>;

interface Collected {
  readonly gap: Gap;
  readonly rules: Set<string>;
  readonly resources: { n: number; last: string | null } | null;
}

/** Puts together what could not be read: one gap for each fact, region, action and reason. */
export class Gaps {
  readonly #gaps = new Map<string, Collected>();
  readonly #rules: readonly Rule[];

  /** @param rules those that are evaluated */
  constructor(rules: readonly Rule[]) {
    this.#rules = rules;
  }

  /** A rule was unknown for a resource. */
  missing(resource: RecordedResource, rule: Rule, missing: Missing): void {
    const { action = null, reason, message } = missing;
    const subject = subjectOf(resource, rule, missing);
    const { rules, resources } = this.#collect(
      { ...subject, action, kind: reason, message },
      LISTING.test(subject.fact),
    );
    rules.add(rule.id);
    if (!resources || resources.last === resource.id) return;
    resources.last = resource.id;
    resources.n++;
  }

  /** A listing is not complete. */
  unlisted({ type, region, rules, missing }: Parameters<EvaluationSink['unlisted']>[0]): void {
    const { action = null, fact, reason, message } = missing;
    const collected = this.#collect({ service: serviceOf(type), region, action, kind: reason, fact, message }, true);
    for (const rule of rules) collected.rules.add(rule.id);
  }

  /** A region that is to be scanned is not in the snapshot. */
  regionMissing(region: string): void {
    const message = `The snapshot does not have the region ${region}.`;
    const gap: Gap = { service: null, region, action: null, kind: 'NOT_RECORDED', fact: `region ${region}`, message };
    const { rules } = this.#collect(gap, true);
    for (const rule of this.#rules) if (typeEntry(rule.resource)?.scope === 'regional') rules.add(rule.id);
  }

  /** A line of the snapshot could not be used. */
  problem({ line, message, doubts }: SnapshotProblem): void {
    const { type = null, region = null } = typeof doubts === 'object' ? doubts : {};
    const { rules, resources } = this.#collect({
      service: type && serviceOf(type),
      region,
      action: null,
      kind: 'MALFORMED',
      fact: type ?? (doubts === 'everything' ? 'unreadable lines' : 'lines left out'),
      message: `Line ${line}: ${message}`,
    });
    if (resources) resources.n++;
    for (const rule of this.#rules) if (doubts === 'everything' || rule.resource === type) rules.add(rule.id);
  }

  list(accountId: string): readonly ScanGapContent[] {
    return [...this.#gaps.values()].map(({ gap, rules, resources }) => ({
      ...gap,
      account_id: accountId,
      affected_rules: rules.size,
      resources: resources && resources.n,
    }));
  }

  #collect(gap: Gap, wholeListing = false): Collected {
    const key = [gap.fact, gap.region, gap.action, gap.kind].join('\0');
    const known = this.#gaps.get(key);
    if (known) return known;
    const { action, fact, message } = gap;
    const storable = {
      action: action && storableText(action),
      fact: storableText(fact),
      message: storableText(message),
    };
    const collected = {
      gap: { ...gap, ...storable },
      rules: new Set<string>(),
      resources: wholeListing ? null : { n: 0, last: null },
    };
    this.#gaps.set(key, collected);
    return collected;
  }
}

/** The forms that `Missing.fact` has beside a facet of the resource itself. */
const LISTING = /^(\S+) in (\S+)$/;
const RELATED_FACET = /^(\S+::\S+)\.\w+$/;

function subjectOf(resource: RecordedResource, rule: Rule, { fact, reason }: Missing) {
  if (reason === 'RULE_FAULT') return { service: rule.service, region: resource.region, fact: rule.id };
  const [, listed, listedIn] = LISTING.exec(fact) ?? [];
  if (listed && listedIn) return { service: serviceOf(listed), region: listedIn, fact };
  const [, related] = RELATED_FACET.exec(fact) ?? [];
  if (!related) return { service: serviceOf(resource.type), region: resource.region, fact: `${resource.type}.${fact}` };
  const region = typeEntry(related)?.scope === 'global' ? 'global' : resource.region;
  return { service: serviceOf(related), region, fact };
}
