import { Client } from 'pg';
import type { startEmbedded } from '../../src/store/embedded/start-embedded.ts';
import { DATA } from './population.ts';

const built = new URL('../../dist/store/embedded/start-embedded.js', import.meta.url).href;

/** Runs SQL on the measured product's database, beside the product. */
export async function onDatabase<Answer>(act: (client: Client) => Promise<Answer>): Promise<Answer> {
  const { startEmbedded: start } = (await import(built)) as { startEmbedded: typeof startEmbedded };
  // It runs already: it is only attached to.
  const { connection } = await start({ data: DATA, binaries: null });
  const client = new Client(connection);
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}
