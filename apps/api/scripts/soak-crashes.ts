import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Round } from '../src/testing/crash/crash-run.ts';
import { soakPage } from './soak-page.ts';

/** Kills server and database for long, from a seed of its own, and writes how it went to `docs/soak.md`. */
const seed = Number(process.env['PLUMBLINE_SEED'] ?? randomInt(2 ** 31));
const rounds = Number(process.env['PLUMBLINE_ROUNDS'] ?? 40);
const page = path.resolve(import.meta.dirname, '../../../docs/soak.md');
const directory = mkdtempSync(path.join(tmpdir(), 'plumbline-soak-'));
const record = path.join(directory, 'rounds.ndjson');
writeFileSync(record, '');

console.log(`${rounds} rounds from seed ${seed}. The same kills again: PLUMBLINE_SEED=${seed} npm run test:soak`);
const { status } = spawnSync('vitest', ['run', 'nothing-lost'], {
  env: { ...process.env, PLUMBLINE_SEED: String(seed), PLUMBLINE_ROUNDS: String(rounds), PLUMBLINE_RECORD: record },
  stdio: 'inherit',
});
const lines = readFileSync(record, 'utf8').split('\n').filter(Boolean);
rmSync(directory, { recursive: true });
const done = lines.map((line) => JSON.parse(line) as Round);
writeFileSync(page, soakPage({ seed, rounds, done, at: new Date() }));
console.log(`Written to ${path.relative(process.cwd(), page)}.`);
process.exitCode = status ?? 1;
