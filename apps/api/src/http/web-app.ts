import { existsSync } from 'node:fs';
import path from 'node:path';
import express, { Router } from 'express';

/** Where the dashboard is built to. */
export const WEB_DIRECTORY = path.resolve(import.meta.dirname, '../../../web/dist');

/** The dashboard: its files, and its page at every path that no file could have. */
export function webApp(directory: string): Router {
  const router = Router();
  const page = (name: string) => (_request: express.Request, response: express.Response) => {
    response.sendFile(name, { root: directory, cacheControl: false, headers: { 'cache-control': 'no-cache' } });
  };
  if (!existsSync(path.join(directory, 'index.html'))) {
    router.get('/{*path}', (_request, response) => {
      response.status(404).type('text').send('The dashboard has not been built. Run `npm run build`.\n');
    });
    return router;
  }
  router.get('/graphiql', page('graphiql.html'));
  // Their names change with their content.
  router.use(
    '/assets',
    express.static(path.join(directory, 'assets'), { index: false, immutable: true, maxAge: '1y' }),
  );
  router.use(express.static(directory, { index: false, cacheControl: false }));
  router.get('/{*path}', (request, response, next) => {
    // A page's path may end in a version, as `/compliance/cis-aws@7.0.0` does.
    if (request.path.startsWith('/assets/') || /\.[a-z]\w*$/i.test(request.path)) next();
    else page('index.html')(request, response);
  });
  return router;
}
