import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Client } from 'pg';
import { DATA } from './data/population.ts';
import { onDatabase } from './data/database.ts';
import { findingsPage, timesOf } from './findings-page.ts';
import type { Product } from './product.ts';

const LOG = path.join(DATA, 'postgres.log');

interface Statement {
  readonly text: string;
  readonly values: readonly (string | null)[];
}

/** The times of one page by the API, and of its very statements by `pg` alone, one after the other, in turns. */
export function pageBesideSql(product: Product, query: string, rounds: number) {
  return onDatabase(async (client) => {
    const statements = await statementsOf(client, () => findingsPage(product, query));
    const api: number[] = [];
    const sql: number[] = [];
    for (let round = 0; round < rounds; round++) {
      api.push(...(await timesOf(product, [query], { rounds: 1 })));
      const start = performance.now();
      for (const { text, values } of statements) await client.query(text, [...values]);
      sql.push(performance.now() - start);
    }
    return { api, sql, statements: statements.length };
  });
}

/** The statements that something sends, as the server's log has them. */
async function statementsOf(client: Client, act: () => Promise<unknown>): Promise<readonly Statement[]> {
  await log(client, 'all');
  const from = statSync(LOG).size;
  await act();
  await log(client, 'none');
  const entries = readFileSync(LOG)
    .subarray(from)
    .toString('utf8')
    .replaceAll('\n\t', '\n')
    .split(/^\d{4}-\d\d-\d\d [\d:.]+ \w+ \[\d+\] /m);
  return entries.flatMap((entry, at) => {
    const text = /^LOG:\s+execute [^:]+:\s+((?:select|with)\b[^]*)$/i.exec(entry)?.[1];
    return text && text.includes('from') ? [{ text, values: valuesOf(entries[at + 1] ?? '') }] : [];
  });
}

/** `DETAIL:  Parameters: $1 = 'a', $2 = NULL`. */
function valuesOf(detail: string): Statement['values'] {
  if (!/^DETAIL:\s+Parameters:/i.test(detail)) return [];
  return [...detail.matchAll(/\$\d+ = (?:NULL|'((?:[^']|'')*)')/g)].map(
    ([, value]) => value?.replaceAll("''", "'") ?? null,
  );
}

async function log(client: Client, what: 'all' | 'none'): Promise<void> {
  await client.query(`alter system set log_statement = '${what}'`);
  await client.query('select pg_reload_conf()');
  // Sessions take it up between two statements.
  await new Promise((resolve) => setTimeout(resolve, 500));
}
