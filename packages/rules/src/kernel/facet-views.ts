import type { RecordedResource } from '@plumbline/model';
import type { Missing } from './outcome.ts';
import { FacetSlot, type FacetValues } from './read-facets.ts';

/** The facets that the rules of one type ask for. Of one resource after the other each is read once, for all of them. */
export class TypeFacets {
  readonly #type: string;
  readonly #prefix: string;
  readonly #slots = new Map<string, FacetSlot>();
  readonly #views = new Map<string, FacetView>();

  /** @param prefix what a facet that is missing is told by begins with */
  constructor(type: string, prefix = '') {
    this.#type = type;
    this.#prefix = prefix;
  }

  /**
   * What a rule sees of a resource: no facets but these, whatever others ask for.
   * @param required without them there is nothing to see
   */
  view(required: readonly string[], perhaps: readonly string[]): FacetView {
    const key = JSON.stringify([required, perhaps]);
    let view = this.#views.get(key);
    if (!view) this.#views.set(key, (view = new FacetView(this.#slotsOf(required), this.#slotsOf(perhaps))));
    return view;
  }

  turnTo(resource: RecordedResource): void {
    for (const slot of this.#slots.values()) slot.read(resource);
    for (const view of this.#views.values()) view.see();
  }

  #slotsOf(names: readonly string[]): readonly FacetSlot[] {
    return names.map((name) => {
      let slot = this.#slots.get(name);
      if (!slot) this.#slots.set(name, (slot = new FacetSlot(name, this.#type, this.#prefix)));
      return slot;
    });
  }
}

/** Some of the facets of a resource. */
export class FacetView {
  /** What is missing of the facets that are required; `null`: nothing is. */
  missing: readonly Missing[] | null = null;
  /** Whether some are not there that need not be. */
  isPartial = false;
  /** What a rule is handed; `NotRead` where a facet is missing that need not be there. */
  facets: FacetValues = {};
  readonly #required: readonly FacetSlot[];
  readonly #perhaps: readonly FacetSlot[];

  constructor(required: readonly FacetSlot[], perhaps: readonly FacetSlot[]) {
    this.#required = required;
    this.#perhaps = perhaps;
  }

  /** Takes in what the slots read last. */
  see(): void {
    this.missing = null;
    this.isPartial = false;
    const facets: FacetValues = {};
    for (const slot of this.#required)
      if (slot.missing) this.missing = [...(this.missing ?? []), slot.missing];
      else facets[slot.name] = slot.value;
    for (const slot of this.#perhaps)
      if (slot.missing) {
        this.isPartial = true;
        facets[slot.name] = { notCollected: slot.missing };
      } else facets[slot.name] = slot.value;
    this.facets = facets;
  }

  /** What evidence can point into: only what was read. */
  read(): FacetValues {
    if (!this.isPartial) return this.facets;
    const there = [...this.#required, ...this.#perhaps].filter(({ missing }) => missing === null);
    return Object.fromEntries(there.map(({ name, value }) => [name, value]));
  }
}
