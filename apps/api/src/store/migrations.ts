import { sql, type Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import { first } from './migrations/0001-first.ts';
import { resourceTags } from './migrations/0002-resource-tags.ts';
import { eventTimes } from './migrations/0003-event-times.ts';
import { scanRequest } from './migrations/0004-scan-request.ts';
import { openFindings } from './migrations/0005-open-findings.ts';
import { lastChange } from './migrations/0006-last-change.ts';
import { plainStage } from './migrations/0007-plain-stage.ts';
import { versionTimes } from './migrations/0008-version-times.ts';
import { marks } from './migrations/0009-marks.ts';
import { stageIds } from './migrations/0010-stage-ids.ts';
import { parsedStage } from './migrations/0011-parsed-stage.ts';
import { removedAccounts } from './migrations/0012-removed-accounts.ts';
import { passesOfScans } from './migrations/0013-passes-of-scans.ts';
import type { Tables } from './tables.ts';

/** In order of their names; forward only. A migration that has been released is never changed. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-first': first,
  '0002-resource-tags': resourceTags,
  '0003-event-times': eventTimes,
  '0004-scan-request': scanRequest,
  '0005-open-findings': openFindings,
  '0006-last-change': lastChange,
  '0007-plain-stage': plainStage,
  '0008-version-times': versionTimes,
  '0009-marks': marks,
  '0010-stage-ids': stageIds,
  '0011-parsed-stage': parsedStage,
  '0012-removed-accounts': removedAccounts,
  '0013-passes-of-scans': passesOfScans,
};

/** Brings a database to this version's schema. Several processes may do it at once. */
export async function migrate(db: Kysely<Tables>, migrations = MIGRATIONS): Promise<void> {
  await refuseNewer(db, migrations);
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...migrations }) },
  }).migrateToLatest();
  if (!error) return;
  // A newer Plumbline may have been faster by a moment.
  await refuseNewer(db, migrations);
  throw explained(error as Error & { code?: string });
}

async function refuseNewer(db: Kysely<Tables>, known: Readonly<Record<string, Migration>>): Promise<void> {
  const { rows: tables } = await sql<{
    found: boolean;
  }>`select to_regclass('kysely_migration') is not null as found`.execute(db);
  if (!tables[0]?.found) return;
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  const unknown = rows.map(({ name }) => name).filter((name) => !(name in known));
  if (unknown.length === 0) return;
  throw new Error(
    `The database was written by a newer Plumbline (it has ${unknown.join(', ')}). ` +
      'Start that version or a newer one, or set PLUMBLINE_DATA or DATABASE_URL to another database.',
  );
}

function explained(error: Error & { code?: string }): Error {
  const extension = error.message.includes('pg_trgm');
  if (extension && error.code !== '42501') {
    return new Error(
      `The database server lacks the extension pg_trgm (${error.message}). It comes with PostgreSQL's contrib package: install that.`,
      { cause: error },
    );
  }
  if (error.code !== '42501') return error;
  return new Error(
    extension
      ? `The database's user may not create the extension pg_trgm (${error.message}). Let a superuser run CREATE EXTENSION pg_trgm in that database.`
      : `The database's user may not create tables (${error.message}). Make it the owner of the database.`,
    { cause: error },
  );
}
