import { atLeast, atMost, type Benchmark } from '@plumbline/rules/bench';
import { measureStore, type StoreRun } from '../measure.ts';
import { percentile } from '../percentile.ts';

const OVER = 'In the embedded database, which holds fifty accounts that were scanned twice.';
const PAGE =
  'A page of 50 findings with totalCount, severityCounts and the facets SEVERITY, SERVICE, ACCOUNT, REGION, RESOURCE_TYPE, RULE and RESULT, over HTTP; the 95th percentile.';

function figure(
  described: Omit<Benchmark, 'measure'>,
  read: (run: StoreRun) => { readonly value: number; readonly found?: string },
): Benchmark {
  return { ...described, measure: async () => read(await measureStore()) };
}

function page(
  what: string,
  { goal, note, limit }: { readonly goal: number; readonly note: string; readonly limit?: string },
  times: (run: StoreRun) => readonly number[],
): Benchmark {
  return figure(
    {
      name: `findings page ${what}`,
      unit: 'ms',
      goal: atMost(goal),
      note: `${PAGE} ${note} ${OVER}`,
      ...(limit && { limit }),
    },
    (run) => {
      const each = times(run);
      return {
        value: percentile(each, 95),
        found: `The median: ${percentile(each, 50).toFixed(1)} ms, of ${each.length} pages, with ${run.findings.toLocaleString('en')} failing findings.`,
      };
    },
  );
}

const rate = ({ firstScan }: StoreRun) => firstScan.resources / firstScan.seconds;

export const store: readonly Benchmark[] = [
  page('by severity and service', { goal: 50, note: 'While nothing else is done.' }, ({ idle }) => idle),
  page(
    'by text or tag',
    {
      goal: 300,
      note: 'While nothing else is done.',
      limit:
        'the exact counts of a common word. One that 104,000 findings have is compared with the text of each of them, as an index of trigrams tells only where it may be, and they lie in 62,700 pages of the table: half a second of one core. Rows without their evidence and their text would lie in fewer.',
    },
    ({ textOrTag }) => textOrTag,
  ),
  page('far down', { goal: 50, note: 'The page after 40,000 others, without a filter.' }, ({ deep }) => deep),
  page('while a scan writes', { goal: 100, note: 'By severity and service.' }, ({ whileWriting }) => whileWriting),
  figure(
    {
      name: 'findings page to its SQL',
      unit: '×',
      goal: null,
      note: `The page's median time by the API, against its statements by pg alone, one after the other. ${OVER}`,
    },
    ({ beside: { api, sql, statements } }) => ({
      value: percentile(api, 50) / percentile(sql, 50),
      found: `${percentile(api, 50).toFixed(1)} ms against ${percentile(sql, 50).toFixed(1)} ms, ${statements} statements.`,
    }),
  ),
  figure(
    {
      name: 'first scan',
      unit: 'resources/s',
      goal: atLeast(4000),
      note: `An account of 100,000 resources, evaluated and stored, beside what is there. ${OVER}`,
      limit:
        "two things that wait for each other. On an empty store it takes 34 s: 4 to index relations, 18 to evaluate, compare and stage, in which the scan's thread is busy for 12, a quarter of it with garbage, and the database for 12, with parsing and compressing JSON; and 12 to merge, of which 5 are the text index of findings and 4 the copying of resources from the stage.",
    },
    (run) => ({
      value: rate(run),
      found: `${run.firstScan.resources.toLocaleString('en')} resources with ${run.firstScan.findings.toLocaleString('en')} findings in ${run.firstScan.seconds.toFixed(1)} s.`,
    }),
  ),
  figure(
    {
      name: 'repeat scan to first scan',
      unit: '× as fast',
      goal: atLeast(5),
      note: 'The same account again, in which nothing has changed.',
      limit:
        'reading: both passes over the snapshot and the rules take a first scan as long. What only the first one does, to stage and to merge, takes three times as long as that.',
    },
    ({ firstScan, repeatScan }) => ({
      value: firstScan.seconds / repeatScan.seconds,
      found: `${repeatScan.seconds.toFixed(1)} s.`,
    }),
  ),
  figure(
    {
      name: 'rows written by a repeat scan',
      unit: '%',
      goal: atMost(1),
      note: "Of the account's resources and findings, those that are written at all, histories included.",
    },
    ({ firstScan, repeatScan }) => ({
      value: (100 * repeatScan.writtenRows) / (firstScan.resources + firstScan.findings),
      found: `${repeatScan.writtenRows} rows.`,
    }),
  ),
  figure(
    {
      name: 'memory of the server',
      unit: 'MB',
      goal: atMost(400),
      note: 'The most resident memory that Node had through all of this, its scan threads included.',
      limit:
        'the server has 190 MB before it scans, a first scan of 100,000 resources takes another 150, and to know what the store has of them, as a repeated scan must, 100 more.',
    },
    ({ memory }) => ({ value: memory.node }),
  ),
  figure(
    {
      name: 'memory of the database',
      unit: 'MB',
      goal: atMost(600),
      note: 'Of all of its processes at the end of all of this, what they share counted once.',
    },
    ({ memory }) => ({ value: memory.database }),
  ),
  figure(
    {
      name: 'start with all that data',
      unit: 'ms',
      goal: atMost(3000),
      note: 'From the start of the process to its ready line, database included, with what Node compiled at an earlier start.',
    },
    ({ startMs }) => ({ value: startMs }),
  ),
];
