import { appendFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CrashRun } from './testing/crash/crash-run.ts';
import { RECORD, ROUNDS, SEED } from './testing/crash/settings.ts';
import { scratch } from './testing/scratch.ts';

const GROWTH = 40;
const FIRST = 200;

test(
  `nothing is lost or doubled by kills of the server and the database, from seed ${SEED}`,
  async () => {
    const run = new CrashRun(SEED, scratch());
    await run.start();
    for (let number = 1; number <= ROUNDS; number++) {
      const round = await run.round(`round-${number}`, number === 1 ? FIRST : GROWTH);
      expect(['SUCCEEDED', 'PARTIAL', 'FAILED']).toContain(round.status);
      if (RECORD) appendFileSync(RECORD, `${JSON.stringify(round)}\n`);
    }
  },
  ROUNDS * 150_000,
);
