import { MAX_QUERY_LENGTH, suggest, wantedAt, type Key, type KnownValue, type KnownValues } from '@plumbline/query';
import { FRAMEWORKS } from '@plumbline/rules';
import { badUserInput } from '../../graphql/errors.ts';
import type { RuleCatalogue } from '../rules/rule-catalogue.ts';
import type { FindingFacets } from './finding-facets.ts';
import type { FindingFacetField } from './finding.enums.ts';
import type { FindingService } from './finding.service.ts';
import type { ResourceNameRepository } from './resource-name.repository.ts';
import type { Completion } from './suggestion.type.ts';
import type { TagRepository } from './tag.repository.ts';

/** Keys whose values findings have, and which are counted. */
const FACETS: Readonly<Partial<Record<Key, FindingFacetField>>> = {
  account: 'account',
  region: 'region',
  result: 'result',
  rule: 'rule',
  service: 'service',
  severity: 'severity',
  type: 'resource-type',
};

const MOST_VALUES = 500;
const MOST_TAGS = 12;
const MOST_RESOURCES = 12;

/** Completes what is typed into the filter bar with what there is. */
export class SuggestionService {
  readonly #findings: FindingService;
  readonly #facets: FindingFacets;
  readonly #tags: TagRepository;
  readonly #resourceNames: ResourceNameRepository;
  readonly #catalogue: RuleCatalogue;

  constructor(
    findings: FindingService,
    facets: FindingFacets,
    catalogue: RuleCatalogue,
    of: { readonly tags: TagRepository; readonly resourceNames: ResourceNameRepository },
  ) {
    this.#findings = findings;
    this.#facets = facets;
    this.#tags = of.tags;
    this.#resourceNames = of.resourceNames;
    this.#catalogue = catalogue;
  }

  /**
   * @param cursor where in the text, in UTF-16 code units; at its end when left out
   * @throws GraphQLError when the text is too long or the cursor not in it
   */
  async at(text: string, cursor: number | null | undefined): Promise<Completion> {
    if (text.length > MAX_QUERY_LENGTH)
      throw badUserInput(`\`text\` has at most ${MAX_QUERY_LENGTH} characters, found ${text.length}.`);
    const caret = cursor ?? text.length;
    if (caret < 0 || caret > text.length) throw badUserInput(`\`cursor\` is 0 to ${text.length}, found ${caret}.`);
    return suggest(text, caret, await this.#known(text, caret));
  }

  async #known(text: string, caret: number): Promise<KnownValues> {
    const { keys, typed, rest } = wantedAt(text, caret);
    const [counted, tags, resources] = await Promise.all([
      this.#counted(keys, rest),
      keys.includes('tag') && typed.length > 0 ? this.#tagsLike(typed) : [],
      keys.includes('resource') && typed.length > 0 ? this.#resourcesLike(typed) : [],
    ]);
    return { ...counted, tag: tags, resource: resources, ...frameworkValues(keys, typed) };
  }

  async #counted(keys: readonly Key[], rest: string): Promise<KnownValues> {
    const fields = keys.flatMap((key) => (FACETS[key] ? [[key, FACETS[key]] as const] : []));
    if (fields.length === 0) return {};
    const criteria = await this.#findings.criteriaOf(rest);
    const facets = await this.#facets.of(
      criteria,
      fields.map(([, field]) => field),
      MOST_VALUES,
    );
    const known = fields.map(([key], index): [Key, readonly KnownValue[]] => {
      const found = (facets[index]?.values ?? []).map(({ value, label, count }) =>
        key === 'severity' || key === 'result' ? { value: label, count } : { value, label, count },
      );
      return [key, key === 'rule' ? [...found, ...this.#otherRules(found)] : found];
    });
    return Object.fromEntries(known);
  }

  /** Rules that none of these findings is of. */
  #otherRules(found: readonly KnownValue[]): readonly KnownValue[] {
    const known = new Set(found.map(({ value }) => value));
    return this.#catalogue.all
      .filter(({ id }) => !known.has(id))
      .map(({ id, title }) => ({ value: id, label: title, count: 0 }));
  }

  async #resourcesLike(typed: string): Promise<readonly KnownValue[]> {
    const names = await this.#resourceNames.startingWith(typed, MOST_RESOURCES);
    return names.map((value) => ({ value, count: null }));
  }

  async #tagsLike(typed: string): Promise<readonly KnownValue[]> {
    const at = typed.indexOf('=');
    const key = typed.slice(0, at);
    const texts =
      at === -1
        ? await this.#tags.keys(typed, MOST_TAGS)
        : (await this.#tags.values(key, typed.slice(at + 1), MOST_TAGS)).map((value) => `${key}=${value}`);
    return texts.map((value) => ({ value, count: null }));
  }
}

function frameworkValues(keys: readonly Key[], typed: string): KnownValues {
  return {
    ...(keys.includes('framework') && { framework: FRAMEWORK_VALUES }),
    // There are thousands: only what begins to be one.
    ...(keys.includes('requirement') && typed.length > 1 && { requirement: REQUIREMENT_VALUES }),
  };
}

const FRAMEWORK_VALUES: readonly KnownValue[] = FRAMEWORKS.map(({ key, name, version }) => {
  return { value: key, label: `${name} ${version}`, count: null };
});

const REQUIREMENT_VALUES: readonly KnownValue[] = FRAMEWORKS.flatMap(({ requirements }) =>
  requirements.map(({ key, title }) => ({ value: key, label: title, count: null })),
);
