import { readEnv } from '../env.ts';
import { openStore } from '../store/open-store.ts';

// A process for tests to kill: opens the store that the environment names, says so, and holds it until SIGTERM.
try {
  const store = await openStore(readEnv());
  const held = setInterval(() => {}, 60_000);
  process.once('SIGTERM', () => void store.close().then(() => clearInterval(held)));
  console.log('open');
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
