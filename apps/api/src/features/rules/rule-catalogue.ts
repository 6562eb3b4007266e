import { rulesByRequirement, type Rule } from '@plumbline/rules';
import { keyOf } from '../../graphql/global-id.ts';
import { wildcard } from '../../graphql/patterns.ts';

/** The rules that are shipped, by key. */
export class RuleCatalogue {
  /** In the order of their keys. */
  readonly all: readonly Rule[];
  /** In the order of their keys. */
  readonly keys: readonly string[];
  readonly #byKey: ReadonlyMap<string, Rule>;
  readonly #byRequirement: ReadonlyMap<string, readonly Rule[]>;

  constructor(rules: readonly Rule[]) {
    this.all = rules.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    this.keys = this.all.map((rule) => rule.id);
    this.#byKey = new Map(rules.map((rule) => [rule.id, rule]));
    this.#byRequirement = rulesByRequirement(this.all);
  }

  /** By id or key; `null` when there is none. */
  find(idOrKey: string): Rule | null {
    return this.#byKey.get(keyOf('rule', idOrKey) ?? idOrKey) ?? null;
  }

  /** @throws when no rule has the key: the store holds it back then */
  get(key: string): Rule {
    const rule = this.#byKey.get(key);
    if (!rule) throw new Error(`no rule ${key}`);
    return rule;
  }

  /** Keys of the rules that an id, a key or a pattern with `*` names. */
  matching(idsOrPatterns: readonly string[]): readonly string[] {
    const matchers = idsOrPatterns.map((text) => wildcard(keyOf('rule', text) ?? text));
    return this.keys.filter((key) => matchers.some((matches) => matches(key)));
  }

  /** Keys of the rules that have a text in their title or key, whatever the case. */
  withText(text: string): readonly string[] {
    const sought = text.toLowerCase();
    return this.all
      .filter(({ id, title }) => id.includes(sought) || title.toLowerCase().includes(sought))
      .map(({ id }) => id);
  }

  /** Rules that give evidence for a requirement, by its key. */
  evidenceFor(requirementKey: string): readonly Rule[] {
    return this.#byRequirement.get(requirementKey) ?? [];
  }

  /** Slugs of the services that rules are for, in alphabetical order. */
  services(): readonly string[] {
    return [...new Set(this.all.map((rule) => rule.service))].toSorted();
  }
}
