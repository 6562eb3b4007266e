import { UserError } from '../../graphql/user-error.ts';
import { currentRequest } from '../../requests/ongoing-request.ts';
import type { ScanRunner } from '../../scan/scan-runner.ts';
import type { AccountService } from '../accounts/account.service.ts';
import type { Account } from '../accounts/account.type.ts';
import type { RuleCatalogue } from '../rules/rule-catalogue.ts';
import { scopeOf } from './scan-scope.ts';
import type { CancelScanInput, StartScanInput } from './scan.args.ts';
import type { CancelScanPayload, StartScanPayload } from './scan.payload.ts';
import type { ScanService } from './scan.service.ts';
import { startedScan } from './started-scan.ts';
import { waitErrors } from './wait-errors.ts';

/** Starts and stops scans. */
export class ScanControl {
  readonly #scans: ScanService;
  readonly #accounts: AccountService;
  readonly #catalogue: RuleCatalogue;
  readonly #runner: ScanRunner;

  constructor(scans: ScanService, accounts: AccountService, catalogue: RuleCatalogue, runner: ScanRunner) {
    this.#scans = scans;
    this.#accounts = accounts;
    this.#catalogue = catalogue;
    this.#runner = runner;
  }

  async start(input: StartScanInput): Promise<StartScanPayload> {
    const { scope, errors: inScope } = scopeOf(input, this.#catalogue);
    const { accounts, errors: inAccounts } = await this.#accountsOf(input.accounts ?? []);
    const waitSeconds = input.waitSeconds ?? 0;
    const errors = [...inAccounts, ...inScope, ...waitErrors(waitSeconds)];
    if (errors.length > 0) return { scan: null, completed: false, errors };
    const key = await startedScan(this.#runner, {
      accountIds: accounts.map((account) => account.key),
      scope,
      idempotencyKey: input.idempotencyKey || null,
      asked: { accounts: input.accounts ?? [], ...scope },
    });
    if (key instanceof UserError) return { scan: null, completed: false, errors: [key] };
    const completed = await this.#runner.finished(key, waitSeconds * 1000, currentRequest()?.gone);
    return { scan: await this.#scans.reread(key), completed, errors: [] };
  }

  async cancel({ id }: CancelScanInput): Promise<CancelScanPayload> {
    const path = ['input', 'id'];
    const scan = await this.#scans.find(id);
    if (!scan) {
      const error = new UserError('NOT_FOUND', path, `There is no scan ${id}.`, 'scans { nodes { id } } lists them.');
      return { scan: null, errors: [error] };
    }
    const asked = await this.#runner.cancel(scan.key);
    const errors = asked ? [] : [new UserError('WRONG_STATE', path, 'The scan has ended already.')];
    return { scan: await this.#scans.reread(scan.key), errors };
  }

  async #accountsOf(names: readonly string[]) {
    const path = ['input', 'accounts'];
    const accounts: readonly Account[] =
      names.length > 0 ? await this.#accounts.named(names) : await this.#accounts.all();
    const unknown = names.filter((name) => !accounts.some((account) => account.answersTo(name)));
    const errors = unknown.map(
      (name) =>
        new UserError('NOT_FOUND', path, `There is no account ${name}.`, 'accounts { nodes { id name } } lists them.'),
    );
    if (names.length === 0 && accounts.length === 0)
      errors.push(new UserError('NOT_FOUND', path, 'There is no account to scan yet.', 'Add one with addAccount.'));
    return { accounts, errors };
  }
}
