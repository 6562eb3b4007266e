import { elementLines } from './parse-document-lines.ts';
import { jsonErrorAt } from './parse-json-error.ts';
import { notASnapshot, parseHeader } from './parse-header.ts';
import type { RecordParser } from './parse-record.ts';
import { isObject, valueOf } from './parse-value.ts';
import { SNAPSHOT_FORMAT, SnapshotError, type SnapshotHeader, type SnapshotRecord } from './snapshot.ts';

const BATCH = 1000;

export interface ParsedDocument {
  readonly header: SnapshotHeader;
  readonly records: (parser: RecordParser) => Generator<readonly SnapshotRecord[], void, undefined>;
}

/** Whether a JSON value is a whole snapshot in itself, not only a header. */
export function isDocument(value: unknown): boolean {
  return isObject(value) && ('listings' in value || 'resources' in value);
}

/**
 * A snapshot as a single JSON document: the fields of the header, `"listings": [{ "type": …, "region": …, "complete": … }, …]` and
 * `"resources": [{ "type": …, "id": …, … }, …]`. Either list may be left out.
 * @param line the line in the source in which the text begins.
 * @throws SnapshotError
 */
export function parseDocument(text: string, line: number): ParsedDocument {
  const document = parseJson(text, line);
  const header = parseHeader(document, line);
  const listings = listOf(document, 'listings', line).map((listing) => ({ listing }));
  const resources = listOf(document, 'resources', line);
  const lines = elementLines(text, line);
  return {
    header,
    *records(parser) {
      for (const [list, lineOf] of [
        [listings, lines.get('listings')],
        [resources, lines.get('resources')],
      ] as const)
        for (let start = 0; start < list.length; start += BATCH)
          yield list
            .slice(start, start + BATCH)
            .map((element, index) => parser.parse(element, lineOf?.[start + index] ?? line));
    },
  };
}

function listOf(document: unknown, name: string, line: number): readonly unknown[] {
  const list = isObject(document) ? (document[name] ?? []) : [];
  if (!Array.isArray(list)) throw notASnapshot(`its "${name}" must be a list`, line);
  return list;
}

function parseJson(text: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw whyNotJson(text, line);
  }
}

/** Tells apart what never was a snapshot, the damaged header of an NDJSON one, and a document that is cut off or damaged. */
function whyNotJson(text: string, line: number): SnapshotError {
  const [first = '', ...more] = text.split('\n');
  const goesOn = '{[,:'.includes(first.trimEnd().slice(-1)) || valueOf(first) !== undefined;
  if (!text.includes(SNAPSHOT_FORMAT) || (more.length > 0 && !goesOn))
    return notASnapshot('its first line is not JSON', line);
  const wrongAt = jsonErrorAt(text);
  const at = line + text.slice(0, wrongAt).split('\n').length - 1;
  // What is wrong in a last line that has no end is most likely that it has none.
  return text.includes('\n', wrongAt)
    ? new SnapshotError('NOT_JSON', 'the document is not JSON here', at)
    : new SnapshotError('TRUNCATED', 'the document is cut off', at);
}
