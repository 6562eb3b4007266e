import type { NonEmpty } from './outcome.ts';
import type { RemediationTarget } from './remediation.ts';

/** How to see it by hand, without Plumbline: before the fix, and after it to see that it is gone. */
export interface Audit {
  /** Steps in the vendor's console. */
  readonly console: NonEmpty<string>;
  /** A command that only reads. */
  readonly cli: (target: RemediationTarget) => string;
  /** What the command answers where all is well. */
  readonly good: string;
}
