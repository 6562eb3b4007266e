import * as v from 'valibot';
import { NOT_COLLECTED_REASONS } from './facet.ts';
import { doubtsOf, isShortName, IDENTITY, quoted, whatIsWrong } from './parse-value.ts';
import type { SnapshotRecord } from './snapshot.ts';

const TEXT = 'must be a text';
const OBJECT = 'must be an object';

const Absence = v.object(
  {
    reason: v.picklist(NOT_COLLECTED_REASONS, `must be one of ${NOT_COLLECTED_REASONS.join(', ')}`),
    action: v.optional(v.string(TEXT)),
    message: v.string(TEXT),
  },
  OBJECT,
);

const Listing = v.pipe(
  v.object(
    {
      type: v.custom<string>(isShortName, IDENTITY.type),
      region: v.custom<string>(isShortName, IDENTITY.region),
      complete: v.boolean('must be true or false'),
      notCollected: v.optional(Absence),
    },
    OBJECT,
  ),
  v.check(({ complete, notCollected }) => !(complete && notCollected), 'cannot be complete and not collected at once'),
);

export function parseListing(value: unknown, line: number): SnapshotRecord {
  const parsed = v.safeParse(Listing, value);
  if (parsed.success) return { kind: 'listing', line, listing: parsed.output };
  const message = `a listing cannot be used: ${whatIsWrong(parsed.issues) || quoted(value)}`;
  return { kind: 'problem', problem: { line, message, doubts: doubtsOf(value) } };
}
