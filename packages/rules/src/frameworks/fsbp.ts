import { defineFramework } from './framework.ts';
import { FSBP_CONTROLS, type FsbpControlId } from './fsbp.data.ts';

/** What our rules leave out of a control. */
const LIMITS: Readonly<Partial<Record<FsbpControlId, string>>> = {
  'EC2.18':
    'Rules find groups that open at least half of all ports to everyone. AWS fails any open port beside 80 and 443.',
  'EC2.19':
    'Rules look at the ports of administration, databases and file sharing, and at groups that open most ports. Of the list of AWS they leave out mail, RPC, and the ports that development servers take, such as 3000, 5000 and 8080.',
  'EC2.181':
    'A template that says nothing of encryption passes, as the default of the account decides then. AWS fails it.',
};

const controls = Object.entries(FSBP_CONTROLS) as [FsbpControlId, (typeof FSBP_CONTROLS)[FsbpControlId]][];

export const FSBP = defineFramework({
  id: 'fsbp',
  name: 'AWS Foundational Security Best Practices',
  publisher: 'AWS',
  version: '1.0.0',
  latest: true,
  attribution: 'Control ids and severities are those of AWS Security Hub. The titles are our own words.',
  levels: [],
  sections: [...new Set(controls.map(([, { service }]) => service))].map((service) => ({
    number: service,
    title: service,
    parent: null,
  })),
  requirements: controls.map(([id, { title, service, severity }]) => ({
    number: id,
    title,
    section: service,
    level: null,
    levels: [],
    severity,
    control: id,
    byHand: false,
    limits: LIMITS[id] ?? null,
  })),
});
