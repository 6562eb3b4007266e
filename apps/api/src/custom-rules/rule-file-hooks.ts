import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** What files of rules may import by name. It is resolved from here, so that they get the very engine that runs. */
const OURS = /^@plumbline\/(rules|model)(\/testing)?$/;

/** Lets the files of a directory, wherever it lies, import this product's packages, and be modules whatever `package.json` says. */
export function resolveForRuleFiles(directory: string): void {
  const home = `${pathToFileURL(directory).href}/`;
  const isTheirs = (url: string | undefined) => url?.startsWith(home) === true && !url.includes('/node_modules/');
  registerHooks({
    resolve(specifier, context, next) {
      if (OURS.test(specifier) && isTheirs(context.parentURL))
        return next(specifier, { ...context, parentURL: import.meta.url });
      const resolved = next(specifier, context);
      const format = isTheirs(resolved.url) ? formatOf(resolved.url) : undefined;
      return format ? { ...resolved, format } : resolved;
    },
  });
}

function formatOf(url: string): string | undefined {
  const extension = path.extname(new URL(url).pathname);
  return { '.ts': 'module-typescript', '.js': 'module' }[extension];
}
