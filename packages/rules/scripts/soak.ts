import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import path from 'node:path';

/** Runs the property tests for long, from a seed of their own, and writes down which it was and how it went. */
const seed = Number(process.env['PLUMBLINE_SEED'] ?? randomInt(2 ** 31));
const runs = Number(process.env['PLUMBLINE_RUNS'] ?? 1000);
const record = path.resolve(import.meta.dirname, '../../../docs/soaks.ndjson');

console.log(
  `${runs} runs of each property from seed ${seed}. To run the same again: PLUMBLINE_SEED=${seed} npm run test:soak`,
);
const { status } = spawnSync(
  'vitest',
  ['run', '--typecheck.enabled=false', '--testTimeout=600000', 'unbreakable', 'hostile'],
  {
    env: { ...process.env, PLUMBLINE_SEED: String(seed), PLUMBLINE_RUNS: String(runs) },
    stdio: 'inherit',
  },
);
appendFileSync(
  record,
  `${JSON.stringify({ of: 'rules', at: new Date().toISOString(), seed, runs, passed: status === 0 })}\n`,
);
console.log(`Recorded in ${path.relative(process.cwd(), record)}.`);
process.exitCode = status ?? 1;
