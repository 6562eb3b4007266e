import { sql } from 'kysely';
import { expect, onTestFinished, test, vi } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import { EVENT_CHANNEL } from './append-events.ts';
import { WakeUps } from './wake-ups.ts';

test('a connection that breaks is made anew', async () => {
  const { db, connection } = await testDatabase();
  const wakeUps = new WakeUps(connection);
  onTestFinished(() => wakeUps.stop());
  await wakeUps.listen();
  const sleeper = { wake: vi.fn<() => void>() };
  wakeUps.add('a', sleeper);
  const notified = async () => {
    await sql`select pg_notify(${EVENT_CHANNEL}, 'a')`.execute(db);
    expect(sleeper.wake).toHaveBeenCalled();
  };
  await vi.waitFor(notified, 10_000);
  await sql`
    select pg_terminate_backend(pid, 5000) from pg_stat_activity
    where datname = current_database() and query like 'listen%'`.execute(db);
  sleeper.wake.mockClear();
  await vi.waitFor(notified, 10_000);
});
