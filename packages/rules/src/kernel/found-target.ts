import type { Related, RelatedIdentity } from './relation.ts';
import type { Targets } from './targets.ts';

/** A target as rules see it. Most look at its summary alone: who it is, and what is kept of it, are read when somebody asks. */
export class FoundTarget implements Related {
  readonly summary: number | null;
  /** Among the targets of all relations to its type. */
  readonly number: number;
  readonly #kept: number;
  readonly #targets: Targets;
  #id: string | null;
  #identity: RelatedIdentity | null = null;
  #facets: unknown;

  /**
   * @param id `null`: nobody knows it yet
   * @param kept the number of its projection
   * @param summary below zero: there is none
   */
  constructor(number: number, id: string | null, kept: number, summary: number, targets: Targets) {
    this.summary = summary < 0 ? null : summary;
    this.number = number;
    this.#id = id;
    this.#kept = kept;
    this.#targets = targets;
  }

  get type(): string {
    return this.#who().type;
  }

  get id(): string {
    return (this.#id ??= this.#who().id);
  }

  get name(): string {
    return this.#who().name;
  }

  get region(): string {
    return this.#who().region;
  }

  get facets(): unknown {
    return (this.#facets ??= this.#targets.projections.get(this.#kept));
  }

  #who(): RelatedIdentity {
    return (this.#identity ??= this.#targets.identity(this.number));
  }
}
