import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, inject, onTestFinished, TestRunner } from 'vitest';
import { connect } from '../store/connect.ts';
import type { Store } from '../store/store.ts';
import { TEMPLATE } from './database-server.ts';

/**
 * A database of one's own, migrated and empty. Called in a test it is closed after the test; called at the top of a file
 * (`const store = await testDatabase()`), after the file's tests.
 */
export async function testDatabase(): Promise<Store> {
  const server = inject('databaseServer');
  const database = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = new Client(server);
  await admin.connect();
  await admin.query(`create database ${database} template ${TEMPLATE}`);
  await admin.end();
  const connection = { ...server, database };
  const db = connect(connection);
  const store = { db, connection, exclusive: true, close: () => db.destroy() };
  if (TestRunner.getCurrentTest()) onTestFinished(() => store.close());
  else afterAll(() => store.close());
  return store;
}
