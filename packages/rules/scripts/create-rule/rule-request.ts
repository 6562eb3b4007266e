import { CATALOGUE, typeEntry, type ResourceType } from '@plumbline/model';
import { subjectOf } from '../../src/kernel/subject.ts';

export interface RuleRequest {
  readonly provider: 'aws';
  readonly service: string;
  /** `bucket-blocks-public-access` */
  readonly name: string;
  readonly type: ResourceType;
}

const USAGE = `npm run create-rule -- aws SERVICE SUBJECT-PREDICATE [RESOURCE-TYPE]
  for example: npm run create-rule -- aws s3 bucket-blocks-public-access`;
const TYPES = Object.keys(CATALOGUE) as ResourceType[];
/** Those of one word: an id is cut at its hyphens to find its file. */
const SERVICES = [...new Set(TYPES.map((type) => CATALOGUE[type].service))]
  .filter((service) => !service.includes('-'))
  .toSorted();

/**
 * What the words of the command ask for.
 * @throws Error that says what to write instead
 */
export function readRequest(words: readonly string[]): RuleRequest {
  const [provider, service, name, type] = words;
  if (!provider || !service || !name || words.length > 4) throw new Error(`Say what the rule is about:\n  ${USAGE}`);
  if (provider !== 'aws') throw new Error(`There are rules for aws only, not for ${provider}.\n  ${USAGE}`);
  if (!SERVICES.includes(service)) throw new Error(`There is no service ${service}: use ${SERVICES.join(', ')}.`);
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(name))
    throw new Error(
      `${name} is no name for a rule: use lower-case words with hyphens, such as bucket-blocks-public-access.`,
    );
  return { provider, service, name, type: type === undefined ? guessType(service, name) : knownType(type) };
}

function knownType(type: string): ResourceType {
  if (typeEntry(type)) return type as ResourceType;
  throw new Error(`There is no resource type ${type}: use ${TYPES.join(', ')}.`);
}

/** The type whose name the rule's begins with, the longest first; settings of the account may lie with any service. */
function guessType(service: string, name: string): ResourceType {
  const candidates = TYPES.filter((type) => CATALOGUE[type].service === service || type === 'AWS::Account');
  const longestFirst = candidates.toSorted((one, other) => subjectOf(other).length - subjectOf(one).length);
  const found = longestFirst.find((type) => `${name}-`.startsWith(`${subjectOf(type)}-`));
  if (found) return found;
  if (service === 'account') return 'AWS::Account';
  throw new Error(
    `It is not clear what ${name} is about. Begin it with ${longestFirst.map(subjectOf).toSorted().join(', ')}, or say the type too:\n` +
      `  npm run create-rule -- aws ${service} ${name} ${longestFirst[0]}`,
  );
}
