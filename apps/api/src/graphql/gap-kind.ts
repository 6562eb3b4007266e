import type { Missing } from '@plumbline/rules';
import { graphqlEnum } from './enum.ts';

const GAP_KINDS = [
  'PERMISSION',
  'THROTTLED',
  'REGION_DISABLED',
  'TIMEOUT',
  'UNSUPPORTED',
  'MALFORMED',
  'NOT_RECORDED',
  'FAULT',
] as const;
export type GapKind = (typeof GAP_KINDS)[number];

export const GapKindEnum = graphqlEnum('GapKind', 'Why something could not be read.', GAP_KINDS, {
  PERMISSION: 'The cloud denied the call.',
  THROTTLED: 'The cloud was asked too often.',
  REGION_DISABLED: 'The region is not enabled in the account.',
  TIMEOUT: 'The cloud did not answer in time.',
  UNSUPPORTED: 'The API does not exist there.',
  MALFORMED: 'What was recorded is not of the shape that it should be.',
  NOT_RECORDED: 'The recording says nothing about it.',
  FAULT: 'The rule itself failed on the resource.',
});

/** A reason of the model as the API names it. */
export function gapKindOf(reason: Missing['reason']): GapKind {
  if (reason === 'ACCESS_DENIED') return 'PERMISSION';
  return reason === 'RULE_FAULT' ? 'FAULT' : reason;
}
