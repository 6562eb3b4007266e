import type { Rule as RuleDefinition } from '@plumbline/rules';
import { sliceOf, pageSize } from '../../graphql/connection.ts';
import { decodeCursor, encodeCursor, filteredList } from '../../graphql/cursor.ts';
import { enumName } from '../../graphql/enum.ts';
import { asked } from '../../graphql/filters.ts';
import type { Facet } from '../../graphql/facet.ts';
import type { RuleCatalogue } from './rule-catalogue.ts';
import { sourceOf } from './rule-source.ts';
import { RuleFilter, type RuleFacetField, type RulesArgs } from './rule.args.ts';
import { RulePage } from './rule.page.ts';
import { Rule } from './rule.type.ts';

const LIST = 'rules';
const ORDER = [{ column: 'key', type: 'text', descending: false }] as const;

/** Answers from what is shipped; no database is asked. */
export class RuleService {
  readonly #catalogue: RuleCatalogue;

  constructor(catalogue: RuleCatalogue) {
    this.#catalogue = catalogue;
  }

  find(idOrKey: string): Rule | null {
    const definition = this.#catalogue.find(idOrKey);
    return definition && new Rule(definition);
  }

  get(key: string): Rule {
    return new Rule(this.#catalogue.get(key));
  }

  page({ first, after, filter }: RulesArgs): RulePage {
    const size = pageSize(first);
    const list = filteredList(LIST, filter);
    const [from] = decodeCursor(after, list, ORDER) ?? [];
    const matching = this.#matching(filter ?? {});
    const rows = matching.filter((rule) => from === undefined || rule.id > from).slice(0, size + 1);
    const edgeOf = (rule: RuleDefinition) => ({ node: new Rule(rule), cursor: encodeCursor(list, ORDER, [rule.id]) });
    return new RulePage(sliceOf(rows, { size, after }, edgeOf), () => matching.length, filter ?? {});
  }

  /** Each facet leaves its own filter out. */
  facets(filter: RuleFilter, fields: readonly RuleFacetField[], limit: number): Facet[] {
    return fields.map((field) => this.#facet(filter, field, limit));
  }

  #facet(filter: RuleFilter, field: RuleFacetField, limit: number): Facet {
    const values = this.#matching(Object.assign(new RuleFilter(), filter, { [field]: null })).flatMap((rule) =>
      valuesOf(rule, field),
    );
    const counts = [...Map.groupBy(values, (value) => value)].map(([value, { length }]) => ({ value, count: length }));
    counts.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    const selected = new Set<string>(filter[field] ?? []);
    const shown = counts.slice(0, limit).map(({ value, count }) => ({
      value: field === 'severity' ? enumName(value) : value,
      label: value,
      count,
      selected: selected.has(value),
    }));
    return { field, values: shown, otherValues: counts.length - shown.length };
  }

  #matching(filter: RuleFilter): readonly RuleDefinition[] {
    const keys = asked(filter.ids) && new Set(this.#catalogue.matching(filter.ids ?? []));
    const service = asked(filter.service);
    const severity = asked(filter.severity);
    const category = asked(filter.category);
    const source = asked(filter.source);
    const text = filter.text?.toLowerCase();
    return this.#catalogue.all.filter(
      (rule) =>
        (!keys || keys.has(rule.id)) &&
        (!service || service.includes(rule.service)) &&
        (!severity || severity.includes(rule.severity)) &&
        (!category || rule.categories.some((topic) => category.includes(topic))) &&
        (!source || source.includes(sourceOf(rule))) &&
        (!text || `${rule.title}\n${rule.id}\n${rule.description}`.toLowerCase().includes(text)),
    );
  }
}

function valuesOf(rule: RuleDefinition, field: RuleFacetField): readonly string[] {
  return field === 'category' ? rule.categories : [rule[field]];
}
