import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { connect } from '../../store/connect.ts';
import { testDatabase } from '../../testing/database.ts';
import { interruptible } from './interruptible.ts';

const store = await testDatabase();

test('a statement that begins after the interruption is ended, too', async () => {
  const stopping = new AbortController();
  // One connection: what is asked there after the interruption is answered after it.
  const beside = connect(store.connection, 1);
  const work = store.db.connection().execute((held) =>
    interruptible(beside, held, stopping.signal, async () => {
      stopping.abort();
      await sql`select 1`.execute(beside);
      await sql`select pg_sleep(1000)`.execute(held);
    }),
  );
  await expect(work).rejects.toMatchObject({ code: '57014' });
  await beside.destroy();
});
