import { once } from 'node:events';
import { readEnv } from './env.ts';
import { startProduct } from './start-product.ts';

/** Ctrl-C comes twice where npm started us: from the terminal, and passed on by npm. */
const SAME_SIGNAL_MS = 1000;

const interrupted = new AbortController();
const hurry = new AbortController();
let interruptedAt = 0;
let code = 0;

function interrupt(): void {
  if (!interrupted.signal.aborted) {
    interruptedAt = Date.now();
    interrupted.abort();
  } else if (Date.now() - interruptedAt > SAME_SIGNAL_MS) {
    code = 1;
    hurry.abort();
  }
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupt);
// A mistake of ours must not leave the database behind.
process.on('uncaughtException', (error) => {
  console.error(error);
  code = 1;
  interrupted.abort();
});

try {
  const product = await startProduct(readEnv(), interrupted.signal);
  console.log(`Plumbline is ready at ${product.url}`);
  if (!interrupted.signal.aborted) await once(interrupted.signal, 'abort');
  await product.stop(hurry.signal);
} catch (error) {
  if (!interrupted.signal.aborted) {
    console.error((error as Error).message);
    code = 1;
  }
}
process.exit(code);
