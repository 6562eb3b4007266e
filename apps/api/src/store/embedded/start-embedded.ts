import path from 'node:path';
import type { Database } from '../database.ts';
import { findBinaries } from './binaries.ts';
import { databaseUser } from './database-user.ts';
import { initialise, majorOf } from './initialise.ts';
import { clusterHome } from './shared-home.ts';
import type { Cluster } from './server-process.ts';
import { startServer, stopServer } from './start-server.ts';

export interface EmbeddedOptions {
  /** The data directory. */
  readonly data: string;
  /** `PG_BIN`. */
  readonly binaries: string | null;
  /** Beside our own. */
  readonly settings?: Cluster['settings'];
}

/** Starts a PostgreSQL of our own, which only we can reach; makes it first where there is none. */
export async function startEmbedded({ data, binaries: wanted, settings = {} }: EmbeddedOptions): Promise<Database> {
  const home = clusterHome(data, databaseUser(path.join(data, 'postgres'), data));
  const directory = path.join(home, 'postgres');
  const user = databaseUser(directory, data);
  const binaries = findBinaries({ directory: wanted, user, major: majorOf(directory) });
  if (home !== data)
    console.log(`The database runs as user ${user?.name}, who cannot reach ${data}: it lies in ${home}.`);
  initialise(directory, binaries.directory, user);
  const cluster = { directory, binaries: binaries.directory, user, settings };
  const connection = await startServer(cluster);
  return {
    connection,
    revive: async () => void (await startServer(cluster)),
    stop: () => stopServer(directory),
  };
}
