import type { PassRow } from './trend.repository.ts';

/** An account whose first scan ended then. */
export interface FirstScan {
  readonly name: string;
  readonly at: Date;
}

/** Rules that are named, of more. */
const NAMED = 3;

/**
 * What came between each moment and the one before that moves the score, though nothing was mended or broken: accounts that were scanned for
 * the first time, and rules that passed or failed for the first time.
 */
export function annotationsOf(
  moments: readonly Date[],
  { firstScans, outcomes }: { readonly firstScans: readonly FirstScan[]; readonly outcomes: readonly PassRow[] },
): readonly (readonly string[])[] {
  const firstAt = new Map<string, number>();
  for (const { rule_key, first } of outcomes)
    firstAt.set(rule_key, Math.min(first - 1, firstAt.get(rule_key) ?? Infinity));
  return moments.map((at, index) => {
    const before = moments[index - 1];
    const isSince = (time: Date) => (before ? time > before : time.getTime() === at.getTime()) && time <= at;
    const scanned = firstScans.filter((scan) => isSince(scan.at)).map(({ name }) => name);
    // At the first moment all of them are.
    const rules = index === 0 ? [] : [...firstAt].filter(([, nth]) => nth === index).map(([rule]) => rule);
    return [
      ...scanned.map((name) => `${name} was scanned for the first time.`),
      ...(rules.length > 0
        ? [`${counted(rules)} passed or failed for the first time: ${listed(rules.toSorted())}.`]
        : []),
    ];
  });
}

function counted({ length }: readonly string[]): string {
  return length === 1 ? '1 rule' : `${length} rules`;
}

function listed(rules: readonly string[]): string {
  const named = rules.slice(0, NAMED).join(', ');
  return rules.length > NAMED ? `${named} and ${rules.length - NAMED} more` : named;
}
