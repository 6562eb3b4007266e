import type { FindingState } from '@plumbline/rules';
import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../store/tables.ts';

const PAGE = 5000;

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

/**
 * @param known what is read is added to it
 * @param only keys of the resources to read; `null`: all
 */
export async function readKnownState(
  db: Kysely<Tables>,
  known: Map<string, KnownResource>,
  { accountId, only, signal }: { accountId: string; only: ReadonlySet<string> | null; signal: AbortSignal },
): Promise<void> {
  const ids = only && [...only];
  const once = interner();
  for await (const row of pages((after) => resourcesAfter(db, accountId, ids, after), signal)) {
    const { id, type, region, hash, gone, unseen } = row;
    known.set(id, { type: once(type), region: once(region), hash, gone, unseen, findings: [] });
  }
  for await (const row of pages((after) => findingsAfter(db, accountId, ids, after), signal)) {
    const { resourceId, ruleKey, region, result, ...finding } = row;
    const findings = known.get(resourceId)?.findings;
    findings?.push({ ...finding, ruleKey: once(ruleKey), region: once(region), result: once(result) });
  }
}

/** The driver makes each row's text anew: of what is the same in thousands of rows, one is kept. */
function interner() {
  const kept = new Map<string, string>();
  return <Text extends string>(text: Text): Text => {
    const before = kept.get(text);
    if (before !== undefined) return before as Text;
    kept.set(text, text);
    return text;
  };
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
