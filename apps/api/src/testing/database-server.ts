import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client, type ClientConfig } from 'pg';
import type { TestProject } from 'vitest/node';
import { readEnv } from '../env.ts';
import { connect } from '../store/connect.ts';
import { startEmbedded } from '../store/embedded/start-embedded.ts';
import { migrate } from '../store/migrations.ts';

declare module 'vitest' {
  interface ProvidedContext {
    databaseServer: ClientConfig;
  }
}

/** The name of the migrated, empty database that every test's own is a copy of. */
export const TEMPLATE = 'plumbline_template';

/** Vitest's global setup: one server for the whole run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const data = mkdtempSync(path.join(tmpdir(), 'plumbline-test-'));
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
