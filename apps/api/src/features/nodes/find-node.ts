import type { Context } from '../../context.ts';
import { badUserInput } from '../../graphql/errors.ts';
import { kindOf } from '../../graphql/global-id.ts';
import { LIMITS } from '../../graphql/limits.ts';
import type { Node } from '../../graphql/node.ts';

type Finders = Pick<Context, 'accounts' | 'findings' | 'frameworks' | 'resources' | 'rules' | 'scans' | 'timelines'>;

export async function findNode(
  { accounts, findings, frameworks, resources, rules, scans, timelines }: Finders,
  id: string,
): Promise<Node | null> {
  switch (kindOf(id)) {
    case 'account':
      return accounts.find(id);
    case 'event':
      return timelines.find(id);
    case 'finding':
      return findings.find(id);
    case 'framework':
      return frameworks.find(id);
    case 'requirement':
      return frameworks.findRequirement(id);
    case 'resource':
      return resources.find(id);
    case 'rule':
      return rules.find(id);
    case 'scan':
      return scans.find(id);
    default:
      return null;
  }
}

export async function findNodes(finders: Finders, ids: readonly string[]): Promise<(Node | null)[]> {
  if (ids.length > LIMITS.maxPageSize)
    throw badUserInput(`Page size limit of ${LIMITS.maxPageSize} exceeded, found ${ids.length} ids.`);
  return Promise.all(ids.map((id) => findNode(finders, id)));
}
