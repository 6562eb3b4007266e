import type { PolicyDocument, RecordedResource } from '@plumbline/model';
import * as fc from 'fast-check';
import { oddNumber, oddText } from './odd-values.ts';
import { placesIn, withValueAt, type Place } from './places.ts';
import { policyDocument } from './policies.ts';

/** A step away from a resource that a test holds, to another that fits its type as well. */
export interface Change {
  /** Which place of the resource's facets, counted round. */
  readonly where: number;
  /** Which of the values that fit there, counted round. */
  readonly what: number;
  readonly text: string;
  readonly number: number;
  readonly policy: PolicyDocument;
}

export const change: fc.Arbitrary<Change> = fc.record({
  where: fc.nat(),
  what: fc.nat(),
  text: oddText,
  number: oddNumber,
  policy: policyDocument,
});

/**
 * The vendors' types leave every field out that they have, and never say `null` for one; a facet as a whole may be `null` where
 * some other resource has it so.
 * @param others resources whose facets may take the place of its own
 */
export function changed<T extends RecordedResource>(resource: T, each: Change, others: readonly RecordedResource[]): T {
  const places = placesIn(resource.facets).filter(({ path }) => path.length > 0 && !path.includes('notCollected'));
  const place = places[each.where % places.length];
  if (!place) return resource;
  const fitting = place.path.length === 1 ? facetsLike(resource, place, each, others) : valuesLike(place, each);
  if (fitting.length === 0) return resource;
  const value = fitting[each.what % fitting.length];
  return { ...resource, facets: withValueAt(resource.facets, place.path, value) as T['facets'] };
}

function facetsLike(
  { type }: RecordedResource,
  { path: [name = ''] }: Place,
  { policy }: Change,
  others: readonly RecordedResource[],
): readonly unknown[] {
  const theirs = others.flatMap((other) => (other.type === type && name in other.facets ? [other.facets[name]] : []));
  return name === 'policy' ? [...theirs, ...theirs.map(() => policy)] : theirs;
}

/** Texts in place of texts, lists in place of lists. */
function valuesLike({ path, value }: Place, { text, number, policy }: Change): readonly unknown[] {
  const wrapped = isOneOrMany(path) ? (Array.isArray(value) ? value.slice(0, 1) : [[value], [value, value]]) : [];
  const always = [...wrapped, ...(isNeeded(path) ? [] : [undefined])];
  if (String(path.at(-1)).endsWith('Document')) return [policy, ...always];
  if (typeof value === 'string') return [text, text, text, ...always];
  if (typeof value === 'number') return [number, number, ...always];
  if (typeof value === 'boolean') return [!value, ...always];
  if (Array.isArray(value)) return [[], [...value, ...value], value.toReversed(), value.slice(1), ...always];
  if (typeof value !== 'object' || value === null) return always;
  const [first] = Object.values(value);
  if (path[0] === 'userData') return always;
  return [{}, ...(first === undefined ? [] : [{ ...value, [text]: first }]), ...always];
}

/** Elements of lists, which it is for the list to leave out, and the marker of a secret, which is ours and whole. */
function isNeeded(path: Place['path']): boolean {
  return typeof path.at(-1) === 'number' || path[0] === 'userData';
}

/** Where a policy document takes one value for a list of one. */
function isOneOrMany(path: Place['path']): boolean {
  const isIn = (name: string) => path.includes(name);
  return (
    /^(Not)?(Action|Resource)$|^Statement$/.test(String(path.at(-1))) ||
    (isIn('Statement') && /^(Not)?Principal$/.test(String(path.at(-2)))) ||
    (isIn('Statement') && path.at(-3) === 'Condition')
  );
}
