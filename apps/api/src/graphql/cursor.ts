import { orderName, type SortKey } from '../store/keyset.ts';
import { badUserInput } from './errors.ts';
import { isUuid } from './global-id.ts';

/** What a value in a cursor must look like, so that nothing else reaches the database. */
const SHAPES: Readonly<Record<SortKey['type'], (value: string) => boolean>> = {
  bigint: (value) => /^\d{1,18}$/.test(value),
  integer: (value) => /^\d{1,9}$/.test(value),
  smallint: (value) => /^-?\d{1,4}$/.test(value),
  text: (value) => !value.includes('\0'),
  timestamptz: (value) => /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/.test(value),
  uuid: isUuid,
};

/** An opaque cursor: a place in a list that is in a certain order. */
export function encodeCursor(list: string, keys: readonly SortKey[], position: readonly string[]): string {
  return Buffer.from(JSON.stringify([orderName(list, keys), ...position])).toString('base64url');
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
  const [madeFor, ...position] = parse(cursor);
  if (madeFor === undefined)
    throw badUserInput('`after` is no cursor of this API. Pass an `endCursor` as it was given.');
  if (madeFor !== orderName(list, keys))
    throw badUserInput(
      '`after` is a cursor of another list or another order. Begin without it after a change of order.',
    );
  if (position.length !== keys.length || !keys.every(({ type }, index) => SHAPES[type](position[index] as string)))
    throw badUserInput('`after` has been altered. Pass an `endCursor` as it was given.');
  return position;
}

function parse(cursor: string): readonly string[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) && parts.every((part) => typeof part === 'string') ? parts : [];
  } catch {
    return [];
  }
}
