import { isDeepStrictEqual } from 'node:util';
import type { Kysely } from 'kysely';
import type { Tables } from '../../store/tables.ts';
import type { Expected } from './expected.ts';
import { contradictions, openDatabase, storedFindings, storedOutcomes, storedResources } from './read-store.ts';

interface EndedScan {
  readonly key: string;
  readonly status: string;
  readonly snapshot: string;
}

/**
 * Holds the store against what it ought to be after a scan has ended. One that failed must have changed nothing.
 * @returns how many findings there are
 */
export async function compareStore(data: string, expected: Expected, scan: EndedScan): Promise<number> {
  const db = openDatabase(data);
  try {
    const { id } = await onlyScan(db, scan.key);
    if (scan.status === 'SUCCEEDED' || scan.status === 'PARTIAL') await expected.scanned(id, scan.snapshot);
    const resources = new Map(
      [...expected.resources].map(([key, { versions, isGone }]) => [key, { versions, isGone }]),
    );
    const wrong = [
      ...(await contradictions(db)),
      ...differences('finding', expected.findings, await storedFindings(db)),
      ...differences('resource', resources, await storedResources(db)),
      ...differences('outcomes', expected.outcomes, await storedOutcomes(db)),
    ];
    if (wrong.length > 0)
      throw new Error(
        `${wrong.length} things are wrong after a scan that ended ${scan.status}:\n${wrong.slice(0, 20).join('\n')}`,
      );
    return expected.findings.size;
  } finally {
    await db.destroy();
  }
}

async function onlyScan(db: Kysely<Tables>, key: string) {
  const scans = await db.selectFrom('scan').select('id').where('idempotency_key', '=', key).execute();
  const [scan] = scans;
  if (!scan || scans.length > 1) throw new Error(`There are ${scans.length} scans of the key ${key}.`);
  return scan;
}

function differences(
  what: string,
  expected: ReadonlyMap<string, unknown>,
  stored: ReadonlyMap<string, unknown>,
): readonly string[] {
  return [...new Set([...expected.keys(), ...stored.keys()])]
    .filter((key) => !isDeepStrictEqual(expected.get(key), stored.get(key)))
    .map(
      (key) =>
        `${what} ${key}: expected ${JSON.stringify(expected.get(key))}, stored ${JSON.stringify(stored.get(key))}`,
    );
}
