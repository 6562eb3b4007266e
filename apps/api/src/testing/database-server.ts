import { globSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client, type ClientConfig } from 'pg';
import type { TestProject } from 'vitest/node';
import { readEnv } from '../env.ts';
import { connect } from '../store/connect.ts';
import { isAlive } from '../store/embedded/is-alive.ts';
import { startEmbedded } from '../store/embedded/start-embedded.ts';
import { stopServer } from '../store/embedded/start-server.ts';
import { migrate } from '../store/migrations.ts';

declare module 'vitest' {
  interface ProvidedContext {
    databaseServer: ClientConfig;
  }
}

/** The name of the migrated, empty database that every test's own is a copy of. */
export const TEMPLATE = 'plumbline_template';

const PREFIX = 'plumbline-test-server-';

/** Vitest's global setup: one server for the whole run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeLeft();
  const data = mkdtempSync(path.join(tmpdir(), `${PREFIX}${process.pid}-`));
  const server = await startEmbedded({
    data,
    binaries: readEnv().pgBin,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  });
  const admin = new Client(server.connection);
  await admin.connect();
  await admin.query(`create database ${TEMPLATE}`);
  await admin.end();
  const template = connect({ ...server.connection, database: TEMPLATE });
  await migrate(template);
  await template.destroy();
  project.provide('databaseServer', server.connection);
  return async () => {
    await server.stop();
    rmSync(data, { recursive: true });
  };
}

/** Ends the servers of runs that were killed: a server outlives its parent. */
async function removeLeft(): Promise<void> {
  for (const left of globSync(path.join(tmpdir(), `${PREFIX}*`))) {
    const pid = Number(path.basename(left).slice(PREFIX.length).split('-')[0]);
    if (isAlive(pid) || statSync(left).uid !== process.getuid?.()) continue;
    await stopServer(path.join(left, 'postgres'));
    rmSync(left, { recursive: true, force: true });
  }
}
