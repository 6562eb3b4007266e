import type { SnapshotHeader } from '@plumbline/model';
import { UserError, type UserErrorCode } from '../../graphql/user-error.ts';
import { failureOf } from '../../scan/failure.ts';

/** Reads the first line of a snapshot, named as users name it. Throws what `failureOf` knows. */
export type ReadHeader = (snapshot: string) => Promise<SnapshotHeader>;

/** What went wrong with a snapshot, as far as the caller can put it right; throws the rest on. */
export function snapshotError(error: unknown): UserError {
  const failure = failureOf(error);
  if (!failure) throw error;
  return new UserError(CODES[failure.code] ?? 'INVALID', ['input', 'snapshot'], failure.message, failure.hint);
}

const CODES: Readonly<Record<string, UserErrorCode>> = { NOT_FOUND: 'NOT_FOUND', DENIED: 'CLOUD_DENIED' };

/** What is asked for of a snapshot that does not have it; `null` when it has all of these regions. */
export function unknownRegions(regions: readonly string[], { regions: recorded }: SnapshotHeader): UserError | null {
  const unknown = regions.filter((region) => !recorded.includes(region));
  if (unknown.length === 0) return null;
  const message = `The snapshot does not have ${unknown.join(', ')}.`;
  return new UserError('INVALID', ['input', 'regions'], message, `It has ${recorded.join(', ')}.`);
}
