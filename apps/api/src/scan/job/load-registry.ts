import { rules, type Rule } from '@plumbline/rules';
import { loadCustomRules } from '../../custom-rules/load-custom-rules.ts';
import { readRuleFiles, type RuleFiles } from '../../custom-rules/rule-files.ts';
import { ScanFailedError } from '../failure.ts';

/**
 * Every rule there is: the shipped, and the user's own as the rest of Plumbline knows them.
 * @throws ScanFailedError when the files of these are no longer what they were at the start
 */
export async function loadRegistry(atStart: RuleFiles | null): Promise<readonly Rule[]> {
  if (!atStart) return rules;
  const { directory, fingerprint } = atStart;
  if (fingerprintOf(directory) !== fingerprint)
    throw new ScanFailedError({
      code: 'RULES_CHANGED',
      message: `The rules in ${directory} are not those that Plumbline started with.`,
      hint: 'Start Plumbline again to load them.',
    });
  return [...rules, ...(await loadCustomRules(atStart))];
}

function fingerprintOf(directory: string): string | null {
  try {
    return readRuleFiles(directory).fingerprint;
  } catch {
    return null;
  }
}
