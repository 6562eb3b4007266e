import type { FindingEventTable } from '../../store/tables.ts';
import type { FindingDelta } from './finding.enums.ts';

type Kind = FindingEventTable['kind'];

const KINDS: Readonly<Record<Exclude<FindingDelta, 'unchanged'>, readonly Kind[]>> = {
  new: ['detected', 'became-unknown'],
  reappeared: ['reopened'],
  changed: ['changed', 'went-stale'],
  resolved: ['resolved'],
};

/** What an event makes of a finding. @param kind of the newest one since it was covered */
export function deltaOf(kind: Kind | null): FindingDelta {
  const deltas = Object.keys(KINDS) as (keyof typeof KINDS)[];
  return deltas.find((delta) => kind !== null && KINDS[delta].includes(kind)) ?? 'unchanged';
}

/** The events that make one of these deltas. */
export function kindsOf(deltas: readonly FindingDelta[]): readonly Kind[] {
  return deltas.flatMap((delta) => (delta === 'unchanged' ? [] : KINDS[delta]));
}
