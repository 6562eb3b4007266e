import { Router } from 'express';
import { sql, type Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';

/** `/healthz`: the process is up. `/readyz`: its database answers, and has the tables. */
export function health(db: Kysely<Tables>): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.type('text').send('ok\n');
  });
  router.get('/readyz', async (_request, response) => {
    try {
      await sql`select from account limit 1`.execute(db);
      response.type('text').send('ready\n');
    } catch {
      response.status(503).type('text').send('The database does not answer.\n');
    }
  });
  return router;
}
