import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import path from 'node:path';

/** Asks the API for anything at all, for long, from a seed of its own, and writes down which it was and how it went. */
const seed = Number(process.env['PLUMBLINE_SEED'] ?? randomInt(2 ** 31));
const runs = Number(process.env['PLUMBLINE_RUNS'] ?? 500);
const record = path.resolve(import.meta.dirname, '../../../docs/soaks.ndjson');

console.log(
  `${runs} requests for each field from seed ${seed}. To run the same again: PLUMBLINE_SEED=${seed} npm run test:soak`,
);
const { status } = spawnSync('vitest', ['run', '--testTimeout=3600000', 'src/fuzz.test.ts'], {
  env: { ...process.env, PLUMBLINE_SEED: String(seed), PLUMBLINE_RUNS: String(runs) },
  stdio: 'inherit',
});
appendFileSync(
  record,
  `${JSON.stringify({ of: 'arguments of the API', at: new Date().toISOString(), seed, runs, passed: status === 0 })}\n`,
);
console.log(`Recorded in ${path.relative(process.cwd(), record)}.`);
process.exitCode = status ?? 1;
