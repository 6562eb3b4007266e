import { badUserInput } from '../../graphql/errors.ts';
import type { PageArgs } from '../../graphql/page-args.ts';
import type { FindingPage } from '../findings/finding.page.ts';
import type { FindingDiff, FindingService } from '../findings/finding.service.ts';
import type { ScanDiffRepository } from './scan-diff.repository.ts';
import { ScanDiff } from './scan-diff.type.ts';
import type { ScanService } from './scan.service.ts';
import type { Scan } from './scan.type.ts';

/** Compares scans. */
export class ScanDiffs {
  readonly #repository: ScanDiffRepository;
  readonly #scans: ScanService;
  readonly #findings: FindingService;

  constructor(repository: ScanDiffRepository, scans: ScanService, findings: FindingService) {
    this.#repository = repository;
    this.#scans = scans;
    this.#findings = findings;
  }

  /**
   * @param to id of an earlier scan; the one before when left out
   * @returns `null` while the scan has not ended
   * @throws GraphQLError when there is no such scan, or the two have nothing to compare
   */
  async of(scan: Scan, to: string | null | undefined): Promise<ScanDiff | null> {
    if (!scan.finishedAt) return null;
    if (!to) {
      const before = await this.#repository.before(scan.key);
      return new ScanDiff(scan, before === null ? null : await this.#scans.get(before), false);
    }
    const named = await this.#scans.find(to);
    if (!named) throw badUserInput(`There is no scan ${to}. scans { nodes { id } } lists them.`);
    if (!(await this.#repository.isBefore(named.key, scan.key)))
      throw badUserInput(
        `Scan ${named.id} did not read an account of ${scan.id} to its end before it. Name an earlier one.`,
      );
    return new ScanDiff(scan, named, true);
  }

  findings({ to, named }: ScanDiff, change: FindingDiff['change'], args: PageArgs): Promise<FindingPage> {
    return this.#findings.changed({ change, from: named, to }, args);
  }
}
