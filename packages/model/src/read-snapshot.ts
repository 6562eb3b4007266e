import { isDocument, parseDocument } from './parse-document.ts';
import { notASnapshot, parseHeader } from './parse-header.ts';
import { linesOf, MAX_BYTES, type Lines } from './parse-lines.ts';
import { RecordParser } from './parse-record.ts';
import { valueOf } from './parse-value.ts';
import { SnapshotIds } from './seen-ids.ts';
import { SnapshotError, type SnapshotHeader, type SnapshotRecord } from './snapshot.ts';

export interface SnapshotReader {
  readonly header: SnapshotHeader;
  /**
   * The lines after the header, in batches, in their order. Ends by a throw of `SnapshotError` where the rest cannot be read, between
   * batches or within one. A batch is gone through once, and before the next one: each record is parsed when it is taken, so that what
   * is dropped at once costs the garbage collector nothing.
   */
  readonly records: AsyncIterable<Iterable<SnapshotRecord>>;
}

/**
 * Reads a snapshot: NDJSON as a stream, a line at most 64 MB long, or a single JSON document of at most 64 MB (see
 * `parseDocument`), which is read whole. The bytes are read as far as the header at once, and to their end while `records` are;
 * leaving `records` early closes them.
 * @param bytes UTF-8, not compressed. It may throw a `SnapshotError` of its own; without a line, it is given the line reached.
 * @param ids of an earlier reading of the same snapshot, to keep them once
 * @throws SnapshotError, here and while records are read
 */
export async function readSnapshot(
  bytes: AsyncIterable<Uint8Array>,
  ids: SnapshotIds = new SnapshotIds(),
): Promise<SnapshotReader> {
  const parser = new RecordParser(ids);
  const lines = linesOf(bytes);
  try {
    const start = await firstLine(lines);
    const first = valueOf(start.text);
    if (first === undefined && !start.text.trimStart().startsWith('{'))
      throw notASnapshot('its first line is not JSON', start.line);
    if (first === undefined || isDocument(first)) {
      const { header, records } = parseDocument(await wholeText(start, lines), start.line);
      return { header, records: asynchronous(records(parser)) };
    }
    const header = parseHeader(first, start.line);
    return { header, records: recordsOf(parser, start.after, lines) };
  } catch (error) {
    await lines.return();
    throw error;
  }
}

interface FirstLine {
  readonly line: number;
  readonly text: string;
  readonly after: Lines;
}

async function firstLine(lines: AsyncGenerator<Lines, void, undefined>): Promise<FirstLine> {
  // By hand, because leaving a `for await` would close the lines.
  for (;;) {
    const { value: batch } = await lines.next();
    if (!batch) throw new SnapshotError('EMPTY', 'there is nothing in it');
    const at = batch.texts.findIndex((text) => text.trim() !== '');
    const line = batch.from + at;
    const after = { ...batch, from: line + 1, texts: batch.texts.slice(at + 1) };
    if (at >= 0) return { line, text: batch.texts[at] ?? '', after };
  }
}

async function* recordsOf(
  parser: RecordParser,
  first: Lines,
  lines: AsyncGenerator<Lines, void, undefined>,
): AsyncGenerator<Iterable<SnapshotRecord>, void, undefined> {
  try {
    if (!isBlank(first)) yield recordsIn(parser, first);
    for await (const batch of lines) if (!isBlank(batch)) yield recordsIn(parser, batch);
  } finally {
    await lines.return();
  }
}

function* recordsIn(parser: RecordParser, { from, texts, open }: Lines): Generator<SnapshotRecord, void, undefined> {
  const last = texts.length - 1;
  for (const [index, text] of texts.entries()) {
    if (text.trim() === '') continue;
    const line = from + index;
    yield parser.parse(lineValue(text, line, open && index === last), line, text);
  }
}

function isBlank({ texts }: Lines): boolean {
  return texts.every((text) => text.trim() === '');
}

function lineValue(text: string, line: number, cutOff: boolean): unknown {
  const value = valueOf(text);
  if (value !== undefined) return value;
  throw cutOff
    ? new SnapshotError('TRUNCATED', 'the last line is cut off', line)
    : new SnapshotError('NOT_JSON', 'the line is not JSON', line);
}

/** All that there is from the first line on. */
async function wholeText(start: FirstLine, lines: AsyncGenerator<Lines, void, undefined>): Promise<string> {
  let text = '';
  const add = (more: readonly string[], open: boolean) => {
    text += more.join('\n') + (open ? '' : '\n');
    if (text.length > MAX_BYTES)
      throw new SnapshotError(
        'TOO_LARGE',
        'it is one JSON document of more than 64 MB; as NDJSON it can be of any size',
      );
  };
  add([start.text, ...start.after.texts], start.after.open);
  for await (const { texts, open } of lines) add(texts, open);
  return text;
}

async function* asynchronous<T>(values: Iterable<T>): AsyncGenerator<T, void, undefined> {
  yield* values;
}
