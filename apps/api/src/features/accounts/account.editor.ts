import { randomUUID } from 'node:crypto';
import type { SnapshotHeader } from '@plumbline/model';
import { UserError } from '../../graphql/user-error.ts';
import type { AddAccountInput, RemoveAccountInput, UpdateAccountInput } from './account.args.ts';
import type { AccountPayload, RemovePayload } from './account.payload.ts';
import type { AccountRemovals } from '../../removal/account-removals.ts';
import type { AccountRepository } from './account.repository.ts';
import type { AccountService } from './account.service.ts';
import { Account } from './account.type.ts';
import { snapshotError, unknownRegions, type ReadHeader } from './snapshot-check.ts';

/** How long a removal is waited for, in milliseconds. */
const HOLD_MS = 10_000;

/** Adds, changes and removes accounts. A snapshot is looked into at once, so that a wrong one is told before it is scanned. */
export class AccountEditor {
  readonly #accounts: AccountService;
  readonly #repository: AccountRepository;
  readonly #readHeader: ReadHeader;
  readonly #removals: AccountRemovals;

  constructor(
    accounts: AccountService,
    repository: AccountRepository,
    by: { readonly readHeader: ReadHeader; readonly removals: AccountRemovals },
  ) {
    this.#accounts = accounts;
    this.#repository = repository;
    this.#readHeader = by.readHeader;
    this.#removals = by.removals;
  }

  async add({ provider, name, regions, snapshot }: AddAccountInput): Promise<AccountPayload> {
    if (!snapshot) return refused(new UserError('INVALID', ['input', 'snapshot'], 'No snapshot is named.', NAME_ONE));
    const read = await this.#read(snapshot, regions ?? []);
    if (read instanceof UserError) return refused(read);
    const row = await this.#repository.create({
      id: randomUUID(),
      provider,
      partition: read.partition,
      external_id: read.account,
      name: name?.trim() || read.account,
      source: snapshot,
      regions: regions ?? [],
    });
    return row ? { account: new Account(row), errors: [] } : refused(await this.#alreadyThere(read.account));
  }

  async update({ id, name, regions, snapshot }: UpdateAccountInput): Promise<AccountPayload> {
    const account = await this.#accounts.find(id);
    if (!account) return refused(noAccount(id));
    if (name?.trim() === '') return refused(new UserError('INVALID', ['input', 'name'], 'The name is empty.'));
    if (snapshot || regions?.length) {
      const read = await this.#read(snapshot ?? account.source, regions ?? account.regions);
      if (read instanceof UserError) return refused(read);
      if (read.account !== account.externalId) return refused(ofAnother(account, read));
    }
    const changes = {
      ...(name && { name: name.trim() }),
      ...(regions && { regions }),
      ...(snapshot && { source: snapshot }),
    };
    if (Object.keys(changes).length === 0) return { account, errors: [] };
    const row = await this.#repository.update(account.key, changes);
    return row ? { account: new Account(row), errors: [] } : refused(noAccount(id));
  }

  async remove({ id, confirmName }: RemoveAccountInput): Promise<RemovePayload> {
    const account = await this.#accounts.find(id);
    if (!account) return { removedId: null, errors: [noAccount(id)] };
    if (confirmName !== account.name) {
      const message = `The account's name is "${account.name}", not "${confirmName}".`;
      const hint = 'Give the name exactly, to confirm that this is the account to remove.';
      return { removedId: null, errors: [new UserError('INVALID', ['input', 'confirmName'], message, hint)] };
    }
    if (await this.#repository.remove(account.key)) {
      await this.#removals.finish(account.key, HOLD_MS);
      return { removedId: account.id, errors: [] };
    }
    const hint = 'Wait for its end, or cancel it with cancelScan.';
    return {
      removedId: null,
      errors: [new UserError('WRONG_STATE', ['input', 'id'], 'A scan of it is under way.', hint)],
    };
  }

  async #read(snapshot: string, regions: readonly string[]): Promise<SnapshotHeader | UserError> {
    try {
      const header = await this.#readHeader(snapshot);
      return unknownRegions(regions, header) ?? header;
    } catch (error) {
      return snapshotError(error);
    }
  }

  async #alreadyThere(externalId: string): Promise<UserError> {
    const account = await this.#accounts.find(externalId);
    const path = ['input', 'snapshot'];
    if (!account)
      return new UserError(
        'WRONG_STATE',
        path,
        `Account ${externalId} is still being removed.`,
        'Add it again in a moment.',
      );
    const hint = 'To scan another snapshot of it, name that with updateAccount.';
    return new UserError('CONFLICT', path, `Account ${externalId} is there already as "${account.name}".`, hint);
  }
}

const NAME_ONE =
  'Give `s3://bucket/key`, or the name of a file in the directory that serverInfo { snapshotDirectory } tells.';

function refused(error: UserError): AccountPayload {
  return { account: null, errors: [error] };
}

function noAccount(id: string): UserError {
  return new UserError(
    'NOT_FOUND',
    ['input', 'id'],
    `There is no account ${id}.`,
    'accounts { nodes { id name } } lists them.',
  );
}

function ofAnother(account: Account, header: SnapshotHeader): UserError {
  const message = `The snapshot is of account ${header.account}; "${account.name}" is ${account.externalId}.`;
  return new UserError('CONFLICT', ['input', 'snapshot'], message, 'Add the other account with addAccount.');
}
