import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import path from 'node:path';
import { evaluations } from './figures/evaluations.ts';
import { growth } from './figures/growth.ts';
import { sizes } from './figures/sizes.ts';
import { start } from './figures/start.ts';
import { stream } from './figures/stream.ts';
import { threads } from './figures/threads.ts';
import { tools } from './figures/tools.ts';
import { rounded, type Benchmark, type Figure } from './figure.ts';
import { page } from './page.ts';

const BENCHMARKS: readonly Benchmark[] = [...sizes, ...evaluations, growth, ...start, ...stream, threads, ...tools];

const docs = path.resolve(import.meta.dirname, '../../../docs');
const json = path.join(docs, 'benchmarks.json');
const machine = `${cpus()[0]?.model ?? 'unknown'}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;

const wanted = process.argv.slice(2);
const chosen = BENCHMARKS.filter(({ name }) => wanted.length === 0 || wanted.some((each) => name.startsWith(each)));
if (chosen.length === 0) {
  console.error(
    `No benchmark begins with ${wanted.join(' or ')}. There are:\n${BENCHMARKS.map(({ name }) => name).join('\n')}`,
  );
  process.exit(1);
}
for (const benchmark of chosen) {
  const figure = await measured(benchmark);
  save(figure);
  console.log(
    `${figure.met === false ? 'missed' : '      '}  ${figure.name}: ${figure.value} ${figure.unit} (${figure.goal ?? 'no goal'})`,
  );
}

async function measured({ name, unit, goal, note, limit, measure }: Benchmark): Promise<Figure> {
  const { value, found } = await measure();
  const met = goal && (goal.is === '≤' ? value <= goal.value : value >= goal.value);
  return {
    name,
    value: rounded(value),
    unit,
    goal: goal && `${goal.is} ${goal.value}`,
    met,
    machine,
    command: `npm run bench -- '${name}'`,
    note: [note, found, met === false && limit && `What limits it: ${limit}`].filter(Boolean).join(' '),
  };
}

/** Those that were not measured now stay as they are. */
function save(figure: Figure): void {
  const before = JSON.parse(readFileSync(json, 'utf8')) as readonly Figure[];
  const byName = new Map([...before, figure].map((each) => [each.name, each]));
  const all = BENCHMARKS.flatMap(({ name }) => byName.get(name) ?? []);
  writeFileSync(json, `${JSON.stringify(all, null, 2)}\n`);
  writeFileSync(path.join(docs, 'benchmarks.md'), page(all));
}
