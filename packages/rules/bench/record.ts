import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import path from 'node:path';
import { rounded, type Benchmark, type Figure } from './figure.ts';
import { page } from './page.ts';

const docs = path.resolve(import.meta.dirname, '../../../docs');
const json = path.join(docs, 'benchmarks.json');
const machine = `${cpus()[0]?.model ?? 'unknown'}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;

/**
 * Measures those whose names begin as one of `wanted`, all where nothing is wanted, and puts each figure into `docs/` at once. Figures
 * that are not measured now stay as they are.
 */
export async function record(benchmarks: readonly Benchmark[], wanted: readonly string[]): Promise<void> {
  for (const benchmark of benchmarks) {
    if (wanted.length > 0 && !wanted.some((each) => benchmark.name.startsWith(each))) continue;
    const figure = await measured(benchmark);
    save(figure);
    console.log(
      `${figure.met === false ? 'missed' : '      '}  ${figure.name}: ${figure.value} ${figure.unit} (${figure.goal ?? 'no goal'})`,
    );
  }
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

function save(figure: Figure): void {
  const before = JSON.parse(readFileSync(json, 'utf8')) as readonly Figure[];
  const all = before.some(({ name }) => name === figure.name)
    ? before.map((each) => (each.name === figure.name ? figure : each))
    : [...before, figure];
  writeFileSync(json, `${JSON.stringify(all, null, 2)}\n`);
  writeFileSync(path.join(docs, 'benchmarks.md'), page(all));
}
