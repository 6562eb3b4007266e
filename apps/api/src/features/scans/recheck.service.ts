import { UserError } from '../../graphql/user-error.ts';
import { currentRequest } from '../../requests/ongoing-request.ts';
import type { ScanRunner } from '../../scan/scan-runner.ts';
import type { FindingService } from '../findings/finding.service.ts';
import type { RecheckFindingInput } from './scan.args.ts';
import type { RecheckFindingPayload } from './scan.payload.ts';
import type { ScanService } from './scan.service.ts';
import { startedScan } from './started-scan.ts';
import { waitErrors } from './wait-errors.ts';

/** Evaluates the rule of one finding again, by a scan of its resource alone. */
export class Rechecks {
  readonly #findings: FindingService;
  readonly #scans: ScanService;
  readonly #runner: ScanRunner;

  constructor(findings: FindingService, scans: ScanService, runner: ScanRunner) {
    this.#findings = findings;
    this.#scans = scans;
    this.#runner = runner;
  }

  async recheck({ id, waitSeconds: asked, idempotencyKey }: RecheckFindingInput): Promise<RecheckFindingPayload> {
    const waitSeconds = asked ?? 0;
    const finding = await this.#findings.find(id);
    const errors = [...(finding ? [] : [noFinding(id)]), ...waitErrors(waitSeconds)];
    if (!finding || errors.length > 0) return { finding, scan: null, completed: false, errors };
    const key = await startedScan(this.#runner, {
      accountIds: [finding.accountKey],
      scope: { services: [], regions: [], rules: [finding.ruleKey], resources: [finding.resourceKey] },
      idempotencyKey: idempotencyKey || null,
    });
    if (key instanceof UserError) return { finding, scan: null, completed: false, errors: [key] };
    const completed = await this.#runner.finished(key, waitSeconds * 1000, currentRequest()?.gone);
    const [now, scan] = await Promise.all([this.#findings.reread(finding), this.#scans.reread(key)]);
    return { finding: now, scan, completed, errors: [] };
  }
}

function noFinding(id: string): UserError {
  const hint = 'findings { nodes { id } } lists them.';
  return new UserError('NOT_FOUND', ['input', 'id'], `There is no finding ${id}.`, hint);
}
