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

/** What `isName` asks for, to go on after the name of a field. */
export const NAME = 'must be a text of 1 to 2048 characters';

/** Whether it can name something: no longer than the longest ARN, and storable: no NUL, no half of a surrogate pair. */
export function isName(value: unknown): value is string {
  return (
    typeof value === 'string' && value !== '' && value.length <= 2048 && !value.includes('\0') && value.isWellFormed()
  );
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
  if (!isObject(value) || !isName(value['type'])) return 'everything';
  const { type, region } = value;
  return isName(region) ? { type, region } : { type };
}

/** A value of the recording, for a message: as JSON, cut where it is long. */
export function quoted(value: unknown): string {
  const text = JSON.stringify(value) ?? 'none';
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
