import { badUserInput } from '../../graphql/errors.ts';
import { asked } from '../../graphql/filters.ts';
import { keyOf } from '../../graphql/global-id.ts';
import { rankOf } from '../../graphql/severity.ts';
import type { AccountService } from '../accounts/account.service.ts';
import type { RuleCatalogue } from '../rules/rule-catalogue.ts';
import type { FindingCriteria, ResourceNames } from './finding-criteria.ts';
import type { FindingFilter } from './finding.args.ts';

/**
 * A filter and a query in the store's terms.
 * @throws GraphQLError when the query is not one of plain words
 */
export async function criteriaOf(
  filter: FindingFilter,
  query: string | null | undefined,
  { accounts, catalogue }: { readonly accounts: AccountService; readonly catalogue: RuleCatalogue },
): Promise<FindingCriteria> {
  const ids = asked(filter.ids);
  const rules = asked(filter.rule);
  const severities = asked(filter.severity);
  return {
    account: await accounts.keysOf(filter.account),
    region: asked(filter.region),
    service: asked(filter.service),
    'resource-type': asked(filter.resourceType),
    rule: rules ? catalogue.matching(rules) : catalogue.keys,
    severity: severities && severities.map(rankOf),
    result: asked(filter.result ?? ['fail']),
    ids: ids && ids.map((id) => keyOf('finding', id)).filter((key) => key !== null),
    resource: resourceNames(filter.resource ?? []),
    texts: [...(filter.text ? [filter.text] : []), ...wordsOf(query ?? '')],
  };
}

function resourceNames(names: readonly string[]): ResourceNames | null {
  if (names.length === 0) return null;
  return {
    ids: names.map((name) => keyOf('resource', name)).filter((key) => key !== null),
    patterns: names.filter((name) => keyOf('resource', name) === null),
  };
}

/** `key:value`, but neither an ARN nor a type such as `AWS::S3::Bucket`. */
const TERM = /^-?(?!arn:)[a-z]+:(?!:)/i;

function wordsOf(query: string): readonly string[] {
  const words = query.split(/\s+/).filter((word) => word !== '');
  const term = words.find((word) => TERM.test(word));
  if (term)
    throw badUserInput(`\`query\` takes plain words, and "${term}" is a term with a key: use \`filter\` for it.`);
  return words;
}
