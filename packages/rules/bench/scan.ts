import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { readSnapshot } from '@plumbline/model';
import { evaluateAll, rules, type EvaluationSink, type Rule } from '../src/index.ts';
import type { Mode } from './run.ts';

// One scan of a file, with what it took as JSON on its output: `node scan.ts MODE FILE`.

const CHUNK = 256 * 1024;

export function bytesOf(file: string): AsyncIterable<Uint8Array> {
  const stored = createReadStream(file, { highWaterMark: CHUNK });
  return file.endsWith('.gz') ? stored.pipe(createGunzip({ chunkSize: CHUNK })) : stored;
}

/** Reads, splits and parses, and does nothing with it: what no scan can be faster than. */
export async function readOnly(file: string): Promise<{ readonly resources: number }> {
  const utf8 = new TextDecoder();
  let resources = 0;
  let rest = '';
  for await (const chunk of bytesOf(file)) {
    const lines = (rest + utf8.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (typeof JSON.parse(line) === 'object') resources++;
  }
  return { resources };
}

export async function evaluateFile(file: string, chosen: readonly Rule[], findings?: string) {
  let resources = 0;
  let evaluations = 0;
  const out = findings === undefined ? null : createWriteStream(findings);
  let text = '';
  const sink: EvaluationSink = {
    evaluated: (resource, evaluated) => {
      resources++;
      for (const { rule, outcome } of evaluated) {
        if (outcome.status !== 'not-applicable') evaluations++;
        if (out && (outcome.status === 'fail' || outcome.status === 'unknown'))
          text += `${JSON.stringify({ rule: rule.id, resource: resource.id, ...outcome })}\n`;
      }
    },
    unlisted: () => {},
    problem: () => {},
    batchDone: async () => {
      if (!out || text === '') return;
      const ready = out.write(text);
      text = '';
      if (!ready) await once(out, 'drain');
    },
  };
  await evaluateAll(({ ids }) => readSnapshot(bytesOf(file), ids), { rules: chosen }, sink);
  if (out) await finished(out.end(text));
  return { resources, evaluations };
}

function scanIn(mode: Mode, file: string) {
  switch (mode) {
    case 'read':
      return readOnly(file);
    case 'count-without-relations':
      return evaluateFile(
        file,
        rules.filter(({ needs }) => Object.keys(needs).length === 0),
      );
    case 'count':
      return evaluateFile(file, rules);
    case 'findings':
      return evaluateFile(file, rules, `${file}.findings`);
  }
}

if (import.meta.main) {
  const [mode, file = ''] = process.argv.slice(2);
  const start = performance.now();
  const counted = await scanIn(mode as Mode, file);
  const ms = performance.now() - start;
  console.log(JSON.stringify({ ms, rss: process.resourceUsage().maxRSS / 1024, evaluations: 0, ...counted }));
}
