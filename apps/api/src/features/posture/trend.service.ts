import { NO_COUNTS, posture } from '@plumbline/rules';
import { badUserInput } from '../../graphql/errors.ts';
import { SeverityCounts } from '../../graphql/severity.ts';
import { momentsOf, type TimeRange } from '../../graphql/time-range.ts';
import type { RuleCatalogue } from '../rules/rule-catalogue.ts';
import type { ScanDiff } from '../scans/scan-diff.type.ts';
import type { ScanService } from '../scans/scan.service.ts';
import { annotationsOf } from './annotate.ts';
import type { ScorePoint } from './posture.type.ts';
import { sumsAtEach } from './running-sums.ts';
import { sample } from './sample.ts';
import type { FailRow, PassRow, TrendRepository } from './trend.repository.ts';

const MAX_POINTS = 366;

interface MomentRows {
  readonly passes: readonly PassRow[];
  readonly failures: readonly FailRow[];
}

/** Scores as they were, by the rules and weights of today. */
export class TrendService {
  readonly #repository: TrendRepository;
  readonly #catalogue: RuleCatalogue;
  readonly #scans: ScanService;

  constructor(repository: TrendRepository, catalogue: RuleCatalogue, scans: ScanService) {
    this.#repository = repository;
    this.#catalogue = catalogue;
    this.#scans = scans;
  }

  /**
   * One point a scan, oldest first. Of more scans than points those that lie evenly among them, the first and the last included.
   * @throws GraphQLError when `points` or the range is out of bounds
   */
  async of(
    accounts: readonly string[],
    { range, points }: { readonly range: TimeRange | null | undefined; readonly points: number },
  ): Promise<readonly ScorePoint[]> {
    if (points < 1 || points > MAX_POINTS) throw badUserInput(`\`points\` is 1 to ${MAX_POINTS}, found ${points}.`);
    const times = await this.#repository.scanTimes(accounts, momentsOf(range ?? {}, new Date()));
    const moments = sample(times, points);
    const [rows, firstScans] = await Promise.all([
      this.#rowsAt(accounts, moments),
      this.#repository.firstScans(accounts),
    ]);
    const annotations = annotationsOf(moments, { firstScans, outcomes: [...rows.passes, ...rows.failures] });
    return this.#points(moments, rows).map((point, index) => ({ ...point, annotations: annotations[index] ?? [] }));
  }

  /** Points that the accounts of a scan won or lost by its end, since the end of the one that it is compared with. */
  async changeOf({ to, from }: ScanDiff): Promise<number | null> {
    const scan = await this.#scans.get(to);
    if (!from?.finishedAt || !scan.finishedAt) return null;
    const accounts = await this.#scans.accountsOf(scan);
    const keys = accounts.map(({ key }) => key);
    const [before, after] = await this.#scoresAt(keys, [from.finishedAt, scan.finishedAt]);
    return difference(before, after);
  }

  /** Points that a score, as it is now, has won or lost since then. */
  async changeSince(accounts: readonly string[], now: number | null, then: Date): Promise<number | null> {
    const [before] = await this.#scoresAt(accounts, [then]);
    return difference(before, now);
  }

  async #scoresAt(accounts: readonly string[], moments: readonly Date[]): Promise<readonly (number | null)[]> {
    return this.#points(moments, await this.#rowsAt(accounts, moments)).map(({ score }) => score);
  }

  /** Of the rules that there are. */
  async #rowsAt(accounts: readonly string[], moments: readonly Date[]): Promise<MomentRows> {
    if (moments.length === 0) return { passes: [], failures: [] };
    const [passes, failures] = await Promise.all([
      this.#repository.passes(accounts, moments),
      this.#repository.failures(accounts, moments),
    ]);
    const known = new Set(this.#catalogue.keys);
    return {
      passes: passes.filter(({ rule_key }) => known.has(rule_key)),
      failures: failures.filter(({ rule_key }) => known.has(rule_key)),
    };
  }

  #points(moments: readonly Date[], { passes, failures }: MomentRows): readonly Omit<ScorePoint, 'annotations'>[] {
    const passed = sumsAtEach(moments.length, passes, ({ rule_key }) => rule_key);
    const failed = sumsAtEach(moments.length, failures, ({ rule_key }) => rule_key);
    const open = sumsAtEach(moments.length, failures, ({ severity }) => severity);
    return moments.map((at, index) => {
      const counts = [...(open[index] ?? [])].map(([severity, n]) => ({ severity, n }));
      return { at, score: this.#score(passed[index], failed[index]), openFindings: SeverityCounts.of(counts) };
    });
  }

  #score(pass: RuleSums | undefined, fail: RuleSums | undefined): number | null {
    const results = this.#catalogue.all.map((rule) => ({
      rule,
      counts: { ...NO_COUNTS, pass: pass?.get(rule.id) ?? 0, fail: fail?.get(rule.id) ?? 0 },
    }));
    return posture(results).score;
  }
}

type RuleSums = ReadonlyMap<string, number>;

function difference(before: number | null | undefined, after: number | null | undefined): number | null {
  return typeof before === 'number' && typeof after === 'number' ? after - before : null;
}
