import { defineFramework } from './framework.ts';
import { NIST_CSF_2, NIST_CSF_2_SECTIONS } from './nist-csf-2.data.ts';

/**
 * Functions and categories that are about what an organization decides, practises and tells. NIST does not say who assesses what; of
 * these no configuration of a cloud can show that they are met.
 */
const BY_HAND = ['GV', 'ID.IM', 'PR.AT', 'RS', 'RC'];

export const NIST_CSF = defineFramework({
  id: 'nist-csf-2',
  name: 'NIST Cybersecurity Framework 2.0',
  publisher: 'NIST',
  version: '2.0',
  latest: true,
  attribution:
    'A work of the US government, in the public domain. Which rule gives evidence for which subcategory follows open rule packs.',
  levels: [],
  sections: Object.entries(NIST_CSF_2_SECTIONS).map(([number, title]) => ({
    number,
    title,
    parent: number.includes('.') ? (number.split('.')[0] ?? null) : null,
  })),
  requirements: Object.entries(NIST_CSF_2).map(([id, title]) => ({
    number: id,
    title,
    section: id.split('-')[0] ?? id,
    level: null,
    levels: [],
    severity: null,
    control: id,
    byHand: BY_HAND.some((part) => id.startsWith(part)),
    limits:
      'An outcome speaks of an organization and all of its systems. Rules see the configuration of AWS accounts, and of that what they are written for.',
  })),
});
