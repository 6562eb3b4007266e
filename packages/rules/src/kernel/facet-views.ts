import type { RecordedResource } from '@plumbline/model';
import type { Missing } from './outcome.ts';
import { FacetSlot, type FacetValues } from './read-facets.ts';

/** The facets that the rules of one type ask for. Of one resource after the other each is read once, for all of them. */
export class TypeFacets {
  readonly #type: string;
  readonly #prefix: string;
  readonly #slots: FacetSlot[] = [];
  readonly #views: FacetView[] = [];

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
    const known = this.#views.find((view) => view.isOf(required, perhaps));
    if (known) return known;
    const view = new FacetView(required.map(this.#slotOf), perhaps.map(this.#slotOf));
    this.#views.push(view);
    return view;
  }

  turnTo(resource: RecordedResource): void {
    for (const slot of this.#slots) slot.read(resource);
    for (const view of this.#views) view.see();
  }

  readonly #slotOf = (name: string): FacetSlot => {
    const known = this.#slots.find((slot) => slot.name === name);
    if (known) return known;
    const slot = new FacetSlot(name, this.#type, this.#prefix);
    this.#slots.push(slot);
    return slot;
  };
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

  isOf(required: readonly string[], perhaps: readonly string[]): boolean {
    return isEqual(this.#required, required) && isEqual(this.#perhaps, perhaps);
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

function isEqual(slots: readonly FacetSlot[], names: readonly string[]): boolean {
  return slots.length === names.length && slots.every(({ name }, at) => name === names[at]);
}
