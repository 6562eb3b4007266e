import * as v from 'valibot';
import type { SnapshotProblem } from './snapshot.ts';

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a text of JSON says; `undefined`, which no JSON gives, where it is none. */
export function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What each field of an identity must be, to go on after its name. An index of the store holds some 2,700 bytes of them together. */
export const IDENTITY = {
  type: 'must be a text of 1 to 128 characters',
  id: 'must be a text of 1 to 800 characters',
  name: 'must be a text of 1 to 800 characters',
  region: 'must be a text of 1 to 128 characters',
} as const;

/** Whether it can be an id or a name: longer than any ARN it need not be, and storable: no NUL, no half of a surrogate pair. */
export function isName(value: unknown): value is string {
  return (
    typeof value === 'string' && value !== '' && value.length <= 800 && !value.includes('\0') && value.isWellFormed()
  );
}

/** Whether it can be a type or a region. */
export function isShortName(value: unknown): value is string {
  return isName(value) && value.length <= 128;
}

/** The first few, for a message: `"account" must be 12 digits, "regions" is missing`. */
export function whatIsWrong(issues: readonly v.BaseIssue<unknown>[]): string {
  return issues
    .slice(0, 5)
    .map((issue) => {
      const path = v.getDotPath(issue);
      const wrong = path && issue.input === undefined ? 'is missing' : issue.message;
      return path ? `"${path}" ${wrong}` : `it ${wrong}`;
    })
    .join(', ');
}

/** What may be missing where this could not be used, as far as it says what it is about. */
export function doubtsOf(value: unknown): SnapshotProblem['doubts'] {
  if (!isObject(value) || !isShortName(value['type'])) return 'everything';
  const { type, region } = value;
  return isShortName(region) ? { type, region } : { type };
}

/** A value of the recording, for a message: as JSON, cut where it is long. */
export function quoted(value: unknown): string {
  const text = JSON.stringify(value) ?? 'none';
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
