import type { FindingState } from '@plumbline/rules';
import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../store/tables.ts';

const PAGE = 20_000;

/** A finding as the store has it, as far as a scan compares it. */
export interface KnownFinding extends FindingState {
  readonly id: string;
  readonly ruleKey: string;
  readonly region: string;
  readonly hash: string;
}

export interface KnownResource {
  readonly type: string;
  readonly region: string;
  readonly hash: string;
  readonly gone: boolean;
  /** No longer seen, and nothing says that it is gone. */
  readonly unseen: boolean;
  readonly findings: KnownFinding[];
}

/** What the store has of an account: resources by id, and with each its findings. */
export type KnownState = ReadonlyMap<string, KnownResource>;

/** @param only keys of the resources to read; `null`: all */
export async function readKnownState(
  db: Kysely<Tables>,
  accountId: string,
  only: ReadonlySet<string> | null,
  signal: AbortSignal,
): Promise<KnownState> {
  const ids = only && [...only];
  const known = new Map<string, KnownResource>();
  for await (const { id, ...resource } of pages((after) => resourcesAfter(db, accountId, ids, after), signal))
    known.set(id, { ...resource, findings: [] });
  for await (const { resourceId, ...finding } of pages((after) => findingsAfter(db, accountId, ids, after), signal))
    known.get(resourceId)?.findings.push(finding);
  return known;
}

async function* pages<Row extends { readonly id: string }>(
  readAfter: (id: string | null) => Promise<Row[]>,
  signal: AbortSignal,
): AsyncGenerator<Row> {
  for (let after: string | null = null; ;) {
    signal.throwIfAborted();
    const rows: Row[] = await readAfter(after);
    yield* rows;
    if (rows.length < PAGE) return;
    after = rows.at(-1)?.id ?? null;
  }
}

function resourcesAfter(db: Kysely<Tables>, accountId: string, ids: readonly string[] | null, after: string | null) {
  return db
    .selectFrom('resource')
    .select([
      'id',
      'type',
      'region',
      'hash',
      sql<boolean>`deleted_at is not null`.as('gone'),
      sql<boolean>`last_seen_at is not null`.as('unseen'),
    ])
    .where('account_id', '=', accountId)
    .$if(ids !== null, (query) => query.where('id', 'in', ids ?? []))
    .$if(after !== null, (query) => query.where('id', '>', after))
    .orderBy('id')
    .limit(PAGE)
    .execute();
}

function findingsAfter(db: Kysely<Tables>, accountId: string, ids: readonly string[] | null, after: string | null) {
  return db
    .selectFrom('finding')
    .select([
      'id',
      'resource_id as resourceId',
      'rule_key as ruleKey',
      'result',
      'stale',
      'has_failed as hasFailed',
      'region',
      'hash',
    ])
    .where('account_id', '=', accountId)
    .$if(ids !== null, (query) => query.where('resource_id', 'in', ids ?? []))
    .$if(after !== null, (query) => query.where('id', '>', after))
    .orderBy('id')
    .limit(PAGE)
    .execute();
}
