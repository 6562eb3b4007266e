import type { CisAwsConcept } from './cis-aws.data.ts';
import { FSBP_CONTROLS, type FsbpControlId } from './fsbp.data.ts';
import type { NistControlId } from './nist-800-53-r5.data.ts';
import type { CsfSubcategoryId } from './nist-csf-2.data.ts';
import { naturalOrder } from './natural-order.ts';

/** What a rule gives evidence for. An id that no catalogue has does not compile. */
export interface Controls {
  readonly 'cis-aws': readonly CisAwsConcept[];
  readonly fsbp: readonly FsbpControlId[];
  readonly 'nist-800-53-r5': readonly NistControlId[];
  readonly 'nist-csf-2': readonly CsfSubcategoryId[];
}

export type FrameworkId = keyof Controls;

export type DeclaredControls = Partial<Controls>;

/** The declared controls, and those of NIST that AWS relates the declared FSBP controls to. */
export function allControls(declared: DeclaredControls): Controls {
  const fsbp = declared.fsbp ?? [];
  const entries = fsbp.map((id) => FSBP_CONTROLS[id]);
  return {
    'cis-aws': declared['cis-aws'] ?? [],
    fsbp,
    'nist-800-53-r5': union(
      declared['nist-800-53-r5'],
      entries.flatMap((entry): readonly NistControlId[] => entry.nist),
    ),
    'nist-csf-2': union(
      declared['nist-csf-2'],
      entries.flatMap((entry): readonly CsfSubcategoryId[] => entry.csf),
    ),
  };
}

function union<T extends string>(declared: readonly T[] = [], derived: readonly T[]): readonly T[] {
  return [...new Set([...declared, ...derived])].toSorted(naturalOrder);
}
