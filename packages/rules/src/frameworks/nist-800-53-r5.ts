import { defineFramework } from './framework.ts';
import { NIST_800_53_FAMILIES, NIST_800_53_R5, type NistControlId } from './nist-800-53-r5.data.ts';

type Family = keyof typeof NIST_800_53_FAMILIES;

/**
 * Families about people, paper and premises. NIST does not say who assesses what; of these no configuration of a cloud can show
 * that they are met. The same goes for the first control of every family, which asks for a policy and its procedures.
 */
const BY_HAND: readonly Family[] = ['AT', 'IR', 'MA', 'MP', 'PE', 'PL', 'PM', 'PS', 'PT', 'SR'];

const controls = Object.entries(NIST_800_53_R5) as [NistControlId, (typeof NIST_800_53_R5)[NistControlId]][];

export const NIST_800_53 = defineFramework({
  id: 'nist-800-53-r5',
  name: 'NIST SP 800-53 Revision 5',
  publisher: 'NIST',
  version: '5.2.0',
  latest: true,
  attribution:
    'A work of the US government, in the public domain. Which rule gives evidence for which control follows what AWS publishes for its Foundational Security Best Practices.',
  levels: ['LOW', 'MODERATE', 'HIGH', 'PRIVACY'],
  sections: Object.entries(NIST_800_53_FAMILIES).map(([number, title]) => ({ number, title, parent: null })),
  requirements: controls.map(([id, { title, family, baselines }]) => ({
    number: id,
    title,
    section: family,
    level: baselines[0] ?? null,
    levels: baselines,
    severity: null,
    control: id,
    byHand: BY_HAND.includes(family) || id.endsWith('-1'),
    limits:
      'A control speaks of an organization and all of its systems. Rules see the configuration of AWS accounts, and of that what they are written for.',
  })),
});
