import { realpathSync } from 'node:fs';
import { hostname } from 'node:os';
import type { Env } from '../env.ts';
import { connect } from './connect.ts';
import { AlreadyRunningError, lockData } from './data-lock.ts';
import { startEmbedded } from './embedded/start-embedded.ts';
import { externalDatabase } from './external-database.ts';
import { migrate } from './migrations.ts';
import type { Store } from './store.ts';

/** Opens the database and brings it to this version's schema. What it throws is for the person who starts Plumbline, and nothing is left running then. */
export async function openStore(env: Env): Promise<Store> {
  const ours = env.databaseUrl === null;
  const database = ours
    ? await startEmbedded({ data: env.data, binaries: env.pgBin })
    : await externalDatabase(env.databaseUrl);
  const lock = await lockData(database, {
    // Our own database has one data directory, whatever path leads there; an address may serve many machines.
    name: ours ? 'embedded' : `${hostname()}:${realpathSync(env.data)}`,
    data: env.data,
    address: env.host === '::1' ? `[::1]:${env.port}` : `${env.host}:${env.port}`,
  }).catch(async (error: unknown) => {
    if (!(error instanceof AlreadyRunningError)) await database.stop();
    throw error;
  });
  const db = connect(database.connection);
  const close = async () => {
    await lock.release();
    await db.destroy();
  };
  try {
    await migrate(db);
  } catch (error) {
    await close();
    throw error;
  }
  return { db, connection: database.connection, exclusive: ours, close };
}
