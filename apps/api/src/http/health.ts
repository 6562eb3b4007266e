import { Router } from 'express';

/** `/healthz`: the process is up. `/readyz`: so is what it needs. */
export function health(isReady: () => Promise<boolean>): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.type('text').send('ok\n');
  });
  router.get('/readyz', async (_request, response) => {
    if (await isReady()) response.type('text').send('ready\n');
    else response.status(503).type('text').send('The database does not answer.\n');
  });
  return router;
}
