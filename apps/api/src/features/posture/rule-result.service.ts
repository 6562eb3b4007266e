import DataLoader from 'dataloader';
import type { AccountService } from '../accounts/account.service.ts';
import type { RuleCatalogue } from '../rules/rule-catalogue.ts';
import { addOutcomes, NO_OUTCOME, outcomesOf, type AccountOutcomes, type RuleOutcome } from './rule-result.ts';
import type { RuleResultRepository } from './rule-result.repository.ts';
import type { ScopeInput } from './scope.args.ts';

/** What came of each rule in the accounts of a scope. */
export interface ScopeResults {
  /** Keys of the accounts in the store. */
  readonly accounts: readonly string[];
  /** Accounts of which no scan has finished. */
  readonly unscanned: number;
  of(ruleKey: string): RuleOutcome;
}

/** Reads each account once in a request, all that are asked for together in two statements. */
export class RuleResultService {
  readonly #catalogue: RuleCatalogue;
  readonly #accounts: AccountService;
  readonly #byAccount: DataLoader<string, AccountOutcomes>;
  readonly #scopes = new Map<string, Promise<ScopeResults>>();

  constructor(repository: RuleResultRepository, accounts: AccountService, catalogue: RuleCatalogue) {
    this.#catalogue = catalogue;
    this.#accounts = accounts;
    this.#byAccount = new DataLoader(async (keys) => {
      const [outcomes, scans] = await Promise.all([repository.outcomes(keys), repository.standingScans(keys)]);
      const outcomesByAccount = Map.groupBy(outcomes, (row) => row.account_id);
      const scansByAccount = Map.groupBy(scans, (row) => row.account_id);
      return keys.map((key) => ({
        outcomes: outcomesByAccount.get(key) ?? [],
        scans: scansByAccount.get(key) ?? [],
      }));
    });
  }

  in(scope: ScopeInput | null | undefined): Promise<ScopeResults> {
    const names = scope?.account ?? [];
    const key = JSON.stringify(names.toSorted());
    const known = this.#scopes.get(key);
    if (known) return known;
    const results = this.#accountKeys(names).then((accounts) => this.#inAccounts(accounts));
    this.#scopes.set(key, results);
    return results;
  }

  inAccount(accountKey: string): Promise<ScopeResults> {
    return this.#inAccounts([accountKey]);
  }

  async #accountKeys(names: readonly string[]): Promise<readonly string[]> {
    return (await this.#accounts.keysOf(names)) ?? (await this.#accounts.all()).map(({ key }) => key);
  }

  async #inAccounts(accounts: readonly string[]): Promise<ScopeResults> {
    const known = await Promise.all(accounts.map((key) => this.#byAccount.load(key)));
    const sums = new Map<string, RuleOutcome>();
    for (const account of known)
      for (const [rule, outcome] of outcomesOf(account, this.#catalogue.all))
        sums.set(rule, addOutcomes(sums.get(rule) ?? NO_OUTCOME, outcome));
    return {
      accounts,
      unscanned: known.filter(({ scans }) => scans.length === 0).length,
      of: (ruleKey) => sums.get(ruleKey) ?? NO_OUTCOME,
    };
  }
}
