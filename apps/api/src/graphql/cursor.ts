import { createHash } from 'node:crypto';
import { orderName, type SortKey } from '../store/keyset.ts';
import { badUserInput } from './errors.ts';
import { isUuid } from './global-id.ts';

/** Goes up when cursors come to mean something else. */
const VERSION = '1';

/** What a value in a cursor must look like, so that nothing else reaches the database. */
const SHAPES: Readonly<Record<SortKey['type'], (value: string) => boolean>> = {
  bigint: (value) => /^\d{1,18}$/.test(value),
  integer: (value) => /^\d{1,9}$/.test(value),
  smallint: (value) => /^-?\d{1,4}$/.test(value),
  text: (value) => !value.includes('\0'),
  timestamptz: (value) => /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/.test(value),
  uuid: isUuid,
};

/** A name for what is left of a list by a filter. Filters that say the same have the same name. */
export function filteredList(list: string, filter: unknown): string {
  return `${list}?${digest(JSON.stringify(said(filter) ?? null))}`;
}

/** An opaque cursor: a place in a list that is in a certain order. */
export function encodeCursor(list: string, keys: readonly SortKey[], position: readonly string[]): string {
  const place = Buffer.from(JSON.stringify([VERSION, orderName(list, keys), ...position])).toString('base64url');
  return `${place}.${digest(place)}`;
}

/**
 * The place that a cursor stands for; `null` without one.
 * @throws GraphQLError when it was not made for that list in that order, or not made here at all
 */
export function decodeCursor(
  cursor: string | null | undefined,
  list: string,
  keys: readonly SortKey[],
): readonly string[] | null {
  if (cursor === null || cursor === undefined) return null;
  const [version, madeFor = '', ...position] = parse(cursor);
  if (version !== VERSION)
    throw badUserInput(
      '`after` is no cursor of this version of Plumbline, or not all of one. Pass an `endCursor` exactly as it was given, or begin without it.',
    );
  const name = orderName(list, keys);
  if (madeFor !== name) throw badUserInput(`\`after\` is a cursor ${ofWhat(madeFor, name)}`);
  if (position.length !== keys.length || !keys.every(({ type }, index) => SHAPES[type](position[index] as string)))
    throw badUserInput('`after` has been altered. Pass an `endCursor` exactly as it was given, or begin without it.');
  return position;
}

const unfiltered = (name: string) => name.replace(/\?[\w-]+/, '');

function ofWhat(madeFor: string, name: string): string {
  return unfiltered(madeFor) === unfiltered(name)
    ? 'of this list with another filter. Begin without it after a change of filter.'
    : 'of another list or another order. Begin without it after a change of order.';
}

function parse(cursor: string): readonly string[] {
  const [place = '', sum] = cursor.split('.');
  if (digest(place) !== sum) return [];
  try {
    const parts: unknown = JSON.parse(Buffer.from(place, 'base64url').toString());
    return Array.isArray(parts) && parts.every((part) => typeof part === 'string') ? parts : [];
  } catch {
    return [];
  }
}

/** Tells what was cut or altered on its way. Who wants to make one up may: it can only name a place. */
function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 8);
}

/** A filter without what says nothing, and in one order. */
function said(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  if (Array.isArray(value)) return value.map(said);
  const fields = Object.entries(value)
    .map(([key, field]) => [key, said(field)] as const)
    .filter(([, field]) => field !== undefined && field !== null)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return fields.length > 0 ? Object.fromEntries(fields) : undefined;
}
