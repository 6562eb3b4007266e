import { serviceOf, type RecordedResource, type SnapshotProblem } from '@plumbline/model';
import type { Evaluation, EvaluationSink, Missing, Rule } from '@plumbline/rules';
import { findingFingerprint, findingId, resourceId } from '../../store/ids.ts';
import { ScanFailedError } from '../failure.ts';
import type { ScanBounds } from '../scope.ts';
import { MAX_DEPTH, TooDeepError } from '../storable.ts';
import { findingRow } from './finding-row.ts';
import { Gaps } from './gaps.ts';
import type { KnownResource, KnownState } from './known-state.ts';
import { observe, severityRank } from './observation.ts';
import { resourceHash, resourceRow } from './resource-row.ts';
import type { Stage } from './stage.ts';
import { Tally } from './tally.ts';

/** The account that is scanned, as it is in ids. */
export interface AccountIdentity {
  readonly provider: string;
  /** The cloud's own id. */
  readonly externalId: string;
}

interface ScanSinkOptions {
  readonly account: AccountIdentity;
  readonly bounds: ScanBounds;
  /** Every rule there is. */
  readonly registry: readonly Rule[];
  readonly known: KnownState;
  readonly stage: Stage;
  /** Called after each batch of either pass. */
  readonly batchDone: () => Promise<void>;
}

/** A resource beside what the store has of it, if anything. */
interface Compared {
  readonly id: string;
  readonly resource: RecordedResource;
  readonly before: KnownResource | undefined;
  readonly differs: boolean;
}

/** Takes what the engine says, compares it with what the store has, and stages the difference. */
export class ScanSink implements EvaluationSink {
  readonly tally = new Tally();
  readonly gaps: Gaps;
  /** Ids of the resources that the snapshot has, as far as the scan looks at them. */
  readonly seen = new Set<string>();
  /** What is missing of a listing, by type and region: `AWS::EC2::Instance eu-west-1`. */
  readonly unlistedParts = new Map<string, Missing>();
  /** How many resources there are of each type that no rule is for. */
  readonly unruled = new Map<string, number>();
  /** What was evaluated last: `s3 eu-west-1`. */
  current: string | null = null;
  readonly #options: ScanSinkOptions;
  readonly #ruledTypes: ReadonlySet<string>;

  constructor(options: ScanSinkOptions) {
    this.#options = options;
    this.#ruledTypes = new Set(options.registry.map((rule) => rule.resource));
    this.gaps = new Gaps(options.bounds.rules);
  }

  /** @throws ScanFailedError */
  evaluated(resource: RecordedResource, evaluations: readonly Evaluation[], text: string | null): void {
    if (!this.#options.bounds.includes(resource)) return;
    try {
      this.#compare(resource, evaluations, text);
    } catch (error) {
      throw error instanceof TooDeepError ? tooDeep(resource) : error;
    }
  }

  unlisted(gap: Parameters<EvaluationSink['unlisted']>[0]): void {
    this.gaps.unlisted(gap);
    if (!this.#options.bounds.resources) for (const rule of gap.rules) this.tally.countUnlisted(gap.region, rule);
    this.unlistedParts.set(`${gap.type} ${gap.region}`, gap.missing);
  }

  problem(problem: SnapshotProblem): void {
    this.gaps.problem(problem);
  }

  batchDone(): Promise<void> {
    return this.#options.batchDone();
  }

  #compare(resource: RecordedResource, evaluations: readonly Evaluation[], text: string | null): void {
    const { account, bounds, known, stage } = this.#options;
    const { type, region } = resource;
    const id = resourceId(account.provider, account.externalId, type, resource.id);
    if (bounds.resources && !bounds.resources.has(id)) return;
    const before = known.get(id);
    const hash = resourceHash(resource, text);
    const differs = before?.hash !== hash;
    this.current = `${serviceOf(type)} ${region}`;
    this.seen.add(id);
    this.tally.saw(type, region);
    if (!this.#ruledTypes.has(type)) this.unruled.set(type, (this.unruled.get(type) ?? 0) + 1);
    if (differs || before.gone || before.unseen)
      stage.addResource({ ...resourceRow(id, resource, hash), known: before !== undefined });
    for (const evaluation of evaluations) this.#take({ id, resource, before, differs }, evaluation);
  }

  #take({ id: resourceId, resource, before, differs }: Compared, evaluation: Evaluation): void {
    const { rule, outcome } = evaluation;
    const { account, stage } = this.#options;
    if (outcome.status === 'unknown') for (const missing of outcome.missing) this.gaps.missing(resource, rule, missing);
    const { type, id: externalId, name, region } = resource;
    const severity = outcome.status === 'fail' ? severityRank(outcome.severity) : 0;
    this.tally.count(region, rule, outcome.status, severity);
    const known = before?.findings.find(({ ruleKey }) => ruleKey === rule.id) ?? null;
    if (!known && (outcome.status === 'pass' || outcome.status === 'not-applicable')) return;
    const finding = findingRow(known, observe(evaluation), {
      id: known?.id ?? findingId(findingFingerprint(account.provider, account.externalId, rule.id, type, externalId)),
      ruleKey: rule.id,
      resourceId,
      type,
      service: serviceOf(type),
      region,
      searched: [name, externalId, ...tagTexts(resource)],
      differs,
    });
    if (finding) stage.addFinding(finding);
  }
}

function tagTexts({ tags }: RecordedResource): string[] {
  return Object.entries(tags).map(([key, value]) => `${key}=${value}`);
}

function tooDeep({ type, id }: RecordedResource): ScanFailedError {
  return new ScanFailedError({
    code: 'TOO_DEEP',
    message: `In the snapshot, ${type} ${id} is more than ${MAX_DEPTH} levels deep.`,
    hint: 'No cloud answers so. Record the resource anew, or leave it out.',
  });
}
