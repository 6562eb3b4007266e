import { notASnapshot } from './parse-header.ts';
import { parseListing } from './parse-listing.ts';
import { doubtsOf, IDENTITY, isName, isObject, isShortName, quoted } from './parse-value.ts';
import type { SnapshotIds } from './seen-ids.ts';
import type { SnapshotProblem, SnapshotRecord } from './snapshot.ts';

/** Takes what follows the header of one snapshot, part by part, in its order. */
export class RecordParser {
  /** To know a resource that comes twice. */
  readonly #ids: SnapshotIds;
  #records = 0;

  constructor(ids: SnapshotIds) {
    this.#ids = ids;
  }

  /**
   * @param text of the line, where it has one of its own
   * @throws SnapshotError NOT_A_SNAPSHOT, where another snapshot begins: its resources are of another account or time
   */
  parse(value: unknown, line: number, text: string | null = null): SnapshotRecord {
    this.#records++;
    if (isObject(value)) {
      if ('format' in value) throw notASnapshot('a second header: a file holds one snapshot', line);
      if ('listing' in value) return parseListing(value['listing'], line);
      if ('type' in value || 'id' in value || 'facets' in value) return this.#resource(value, line, text);
    }
    return problem(line, `neither a resource nor a listing: ${quoted(value)}`, 'everything');
  }

  /** Checked by hand: there may be a million of them, and a schema library took 40 % on top of `JSON.parse`. */
  #resource(value: Record<string, unknown>, line: number, text: string | null): SnapshotRecord {
    const { type, id, name, region, tags = {}, facets } = value;
    if (!(isShortName(type) && isName(id) && isName(name) && isShortName(region) && isTags(tags) && isObject(facets)))
      return problem(line, `a resource was left out: ${wrongFields(value)}`, doubtsOf(value));
    const first = this.#ids.lineBefore(type, id, this.#records, line);
    if (first !== undefined)
      return problem(line, `${type} ${quoted(id)} is in line ${first} already; only that one counts`, 'nothing');
    return { kind: 'resource', line, resource: { type, id, name, region, tags, facets }, text };
  }
}

function isTags(value: unknown): value is Record<string, string> {
  return isObject(value) && Object.values(value).every((tag) => typeof tag === 'string');
}

function wrongFields(value: Record<string, unknown>): string {
  const wrong = (['type', 'id', 'name', 'region'] as const)
    .filter((field) => !(field === 'type' || field === 'region' ? isShortName : isName)(value[field]))
    .map((field) => `"${field}" ${field in value ? IDENTITY[field] : 'is missing'}`);
  if (!isObject(value['facets'])) wrong.push(`"facets" ${'facets' in value ? 'must be an object' : 'is missing'}`);
  if ('tags' in value && !isTags(value['tags'])) wrong.push('"tags" must be an object of texts');
  const known = isName(value['id']) ? ` (${quoted(value['id'])})` : '';
  return wrong.join(', ') + known;
}

function problem(line: number, message: string, doubts: SnapshotProblem['doubts']): SnapshotRecord {
  return { kind: 'problem', problem: { line, message, doubts } };
}
