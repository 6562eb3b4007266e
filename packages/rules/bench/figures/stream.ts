import { account, scan, type Mode, type Scan } from '../run.ts';
import { atMost, type Benchmark } from '../figure.ts';

const N = 100_000;
const SMALL = 10_000;
const TIMES = 2;

const PARSED_TWICE =
  'both passes parse every line, and the rules are the rest. To parse in the first pass only what relations read takes as long: they read half of the bytes, JSON.parse takes 4 ns for a byte, and to pass over one in JavaScript, so that nothing is mistaken for what it is not, takes 1.6. Nor can lines be left out by their type, as relations lead to nearly all of these. So two passes that do nothing take twice as long as one, and the rules without relations a third of one.';
const INDEXED =
  'of each resource some 125 bytes outside of the heap: 20 to know an id that comes twice, 35 that say who a target is, 20 by which keys find it, 50 that relations keep of it. A process that scans N = 1,000 has 85 MB, of which half is Node as it lies in its file. Of N = 100,000 it has 50 MB for that, 45 of heap, 55 outside of it for relations, and the rest is free between what malloc gave: with MALLOC_ARENA_MAX=1 and MALLOC_MMAP_THRESHOLD_=131072, which only glibc knows, it is 14 MB less.';

const scans = new Map<string, Promise<Scan>>();

/** The fastest of several scans, and the most memory that one of them had; measured once for all figures. */
function scanned(mode: Mode, count: number, { gzip = false, times = TIMES } = {}): Promise<Scan> {
  const key = `${mode} ${count} ${gzip}`;
  let known = scans.get(key);
  if (!known) scans.set(key, (known = repeated(mode, count, gzip, times)));
  return known;
}

async function repeated(mode: Mode, count: number, gzip: boolean, times: number): Promise<Scan> {
  const file = await account(count, { gzip });
  let best = await scan(mode, file);
  for (let time = 1; time < times; time++) {
    const next = await scan(mode, file);
    best = { ...best, ms: Math.min(best.ms, next.ms), rss: Math.max(best.rss, next.rss) };
  }
  return best;
}

function seconds({ ms }: Scan): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

function against(name: string, mode: Mode, goal: number, note: string): Benchmark {
  return {
    name,
    unit: '× reading',
    limit: PARSED_TWICE,
    goal: atMost(goal),
    note: `${note} Against reading, splitting and parsing the file once and doing nothing. The best of ${TIMES} runs of each.`,
    measure: async () => {
      const reading = await scanned('read', N);
      const whole = await scanned(mode, N);
      return { value: whole.ms / reading.ms, found: `${seconds(whole)} against ${seconds(reading)}.` };
    },
  };
}

function memory(mode: 'count' | 'findings', gzip: boolean, goal: number): Benchmark {
  const what = `${mode === 'count' ? 'counting' : 'writing findings'}${gzip ? ' from gzip' : ''}`;
  return {
    name: `memory of ${what}`,
    unit: 'MB',
    limit: INDEXED,
    goal: atMost(goal),
    note: 'The most resident memory of a process that scans N = 100,000, all rules.',
    measure: async () => ({ value: (await scanned(mode, N, { gzip, times: 1 })).rss }),
  };
}

export const stream: readonly Benchmark[] = [
  against(
    'scan without relations',
    'count-without-relations',
    1.4,
    'The rules that need no relation, over N = 100,000.',
  ),
  against('scan with relations', 'count', 1.8, 'All rules over N = 100,000, in both passes.'),
  memory('count', false, 150),
  memory('count', true, 150),
  memory('findings', false, 300),
  memory('findings', true, 300),
  {
    name: 'memory over that of N = 10,000',
    unit: 'MB',
    limit: INDEXED,
    goal: atMost(50),
    note: 'How much more a scan of N = 100,000 has than one of N = 10,000, counting.',
    measure: async () => ({ value: (await scanned('count', N)).rss - (await scanned('count', SMALL)).rss }),
  },
  {
    name: 'time of a resource at N = 100,000',
    unit: '× at N = 10,000',
    goal: atMost(1.15),
    note: 'Counting with all rules, without what it takes to start.',
    measure: async () => {
      const [large, small] = [await scanned('count', N), await scanned('count', SMALL)];
      return { value: large.ms / large.resources / (small.ms / small.resources) };
    },
  },
];
