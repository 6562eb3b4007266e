import { nonEmpty, pass, unknown, type Missing, type NonEmpty, type Outcome } from '../kernel/outcome.ts';
import type { Severity } from '../kernel/severity.ts';
import { listed } from './listed.ts';
import { BLOCK_SETTINGS, isOn, isWhole, type BlockLevel, type BlockSetting } from './public-access-block.ts';

interface BlockFacts {
  readonly levels: readonly BlockLevel[];
  /** Where else a setting may be on: a level that is not one block but many. */
  readonly elsewhere?: (setting: BlockSetting) => boolean | NonEmpty<Missing>;
  /** JSON Pointer to the resource's own block. */
  readonly pointer: string;
  /** Where settings are off, for a sentence: `the bucket and for its account`. */
  readonly where: string;
  readonly severity?: { readonly is: Severity; readonly because: string } | undefined;
}

/** Judges whether each of the four settings is on at some level. One that is off decides, whatever is not known of the others. */
export function judgeBlock({ levels, elsewhere, pointer, where, severity }: BlockFacts): Outcome {
  if (levels.some(isWhole)) return pass;
  const states = BLOCK_SETTINGS.map((setting) => {
    const answers = [isOn(setting, levels), elsewhere?.(setting) ?? false];
    const missing = answers.find((each) => typeof each !== 'boolean');
    return { setting, on: answers.includes(true) || (missing ?? false) };
  });
  const off = states.filter(({ on }) => on === false).map(({ setting }) => setting);
  const evidence = nonEmpty(off.map((setting) => ({ pointer: `${pointer}/${setting}`, expected: 'is true' })));
  if (evidence) {
    const are = off.length === 1 ? 'is' : 'are';
    return { status: 'fail', message: `${listed(off)} ${are} off for ${where}.`, severity, evidence };
  }
  const missing = states.map(({ on }) => on).find((on) => typeof on !== 'boolean');
  return missing ? unknown(...missing) : pass;
}
