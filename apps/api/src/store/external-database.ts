import { Client } from 'pg';
import type { Database } from './database.ts';
import { OLDEST_POSTGRES } from './embedded/binaries.ts';

/** A server by its address (DATABASE_URL). Throws, without its secrets, what keeps us from using it. */
export async function externalDatabase(url: string): Promise<Database> {
  let client;
  try {
    client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  } catch {
    throw new Error(
      'DATABASE_URL cannot be read: use postgres://user:password@host:5432/database, with special characters of the password as %XX.',
    );
  }
  client.on('error', () => {}); // lost once it has answered: the next connection tells
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>(`select current_setting('server_version_num') as version`);
    const major = Math.floor(Number(rows[0]?.version) / 10_000);
    if (major < OLDEST_POSTGRES)
      throw new Error(`it is PostgreSQL ${major}, and Plumbline needs ${OLDEST_POSTGRES} or newer`);
  } catch (error) {
    const at = `${client.host.startsWith('/') ? client.host : `${client.host}:${client.port}`}/${client.database}`;
    throw new Error(`The database at ${at} (DATABASE_URL) cannot be used: ${reason(error as PostgresError, client)}.`, {
      cause: error,
    });
  } finally {
    await client.end().catch(() => {});
  }
  return { connection: { connectionString: url }, revive: async () => {}, stop: async () => {} };
}

interface PostgresError extends Error {
  readonly code?: string;
}

function reason(error: PostgresError, { user, database }: Client): string {
  switch (error.code) {
    case 'ECONNREFUSED':
    case 'ENOENT':
      return 'nothing listens there';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'there is no host of that name';
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return 'it cannot be reached';
    case '28P01':
      return `the password of user ${user} is wrong`;
    case '28000':
      return `it does not let user ${user} in (${error.message})`;
    case '3D000':
      return `there is no database ${database}`;
    default:
      return error.message.startsWith('SASL') ? `user ${user} needs a password` : error.message;
  }
}
