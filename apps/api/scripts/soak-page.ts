import type { Round } from '../src/testing/crash/crash-run.ts';

interface Soak {
  readonly seed: number;
  /** How many were to be done. */
  readonly rounds: number;
  readonly done: readonly Round[];
  readonly at: Date;
}

/** The page that tells how a soak went. */
export function soakPage({ seed, rounds, done, at }: Soak): string {
  const kills = done.flatMap((round) => round.kills);
  const count = (victim: string) => kills.filter((kill) => kill.victim === victim).length;
  const recoveries = done.map(({ recoveryMs }) => recoveryMs).toSorted((a, b) => a - b);
  const went =
    done.length === rounds
      ? `All ${rounds} rounds went well.`
      : `**Round ${done.length + 1} of ${rounds} went wrong**; what was wrong stands in the output of the run.`;
  return `# Soak

Made by \`npm run test:soak\`, on ${at.toISOString().slice(0, 10)}, from seed ${seed}. The same kills again: \`PLUMBLINE_SEED=${seed} npm run test:soak\`.

One installation, from an empty data directory, lives through round after round. In each its recorded account grows and changes, now and then with a listing that was denied; a scan is started,
and at a moment of it that the seed says, the server, its database (the postmaster and every process of it) or both are killed with SIGKILL, in one round of four twice. Meanwhile the account is renamed
again and again. Then the product is started again, where it was killed, and left to itself until the scan has ended. After that

- the scan is there, once, by its idempotency key, with the id that was acknowledged; the account has the name that was acknowledged last, or one that came later;
- a client that went on after the last event it had seen has every event once, in order, to the last;
- every finding has the state and the events that the snapshots give, worked out without a store: none is missing, none is doubled, and none was resolved that was not seen to pass or to be gone;
- every resource has as many versions as it had contents, and each scan's counts are those of its snapshot;
- the counts kept beside the findings equal the findings, and nothing is left in the stage.

${went} ${kills.length} kills: ${count('server')} of the server, ${count('database')} of the database, ${count('both')} of both. From the last kill to the end of the scan it took ${seconds(recoveries[recoveries.length >> 1])} in the middle and ${seconds(recoveries.at(-1))} at most.

| round | killed | at | scan | events | findings | recovered in |
| ---: | --- | --- | --- | ---: | ---: | ---: |
${done.map(row).join('\n')}
`;
}

function seconds(ms = 0): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

function row({ kills, status, events, findings, recoveryMs }: Round, index: number): string {
  const victims = kills.map(({ victim }) => victim).join(', then ');
  const moments = kills.map(({ moment }) => moment).join(', then ');
  return `| ${index + 1} | ${victims} | ${moments} | ${status} | ${events} | ${findings} | ${seconds(recoveryMs)} |`;
}
