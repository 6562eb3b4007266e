import { TextMap } from '@plumbline/model';
import { Numbers } from './numbers.ts';
import { Projections } from './projections.ts';
import type { RelatedIdentity } from './relation.ts';
import { TextStore } from './text-store.ts';

/** An account has some thirty; of more than this, each is kept as often as it comes. */
const MOST_REGIONS = 1000;

/** The resources of one type that relations lead to, numbered from 0: who they are, once for all relations, and what these keep of them. */
export class Targets {
  readonly projections = new Projections();
  readonly #type: string;
  readonly #ids = new TextStore();
  readonly #names = new TextStore();
  readonly #regions = new Map<string, number>();
  readonly #regionTexts: string[] = [];
  /** Of each its name and its region. Of a name that is how the id ends, as most do, its length below zero; a region below zero is kept among the names. */
  readonly #rows = new Numbers();
  /** Id → number, plus one; `null`: no relation asks by it. */
  readonly #numbers: TextMap | null;
  #last: { readonly target: RelatedIdentity; readonly number: number } | null = null;

  constructor(type: string, areFoundById: boolean) {
    this.#type = type;
    this.#numbers = areFoundById ? new TextMap() : null;
  }

  /** Several relations may add a resource, one after the other. @returns its number */
  add(target: RelatedIdentity): number {
    if (this.#last?.target === target) return this.#last.number;
    const { id, name, region } = target;
    const number = this.#ids.push(id);
    this.#numbers?.set(id, number + 1);
    this.#rows.set(2 * number, name !== '' && id.endsWith(name) ? -name.length : this.#names.push(name));
    this.#rows.set(2 * number + 1, this.#regionOf(region));
    this.#last = { target, number };
    return number;
  }

  /** The number of the resource with an id; -1: it is not here. */
  find(id: string): number {
    return (this.#numbers?.get(id) ?? 0) - 1;
  }

  identity(number: number): RelatedIdentity {
    const id = this.#ids.text(number);
    const name = this.#rows.get(2 * number);
    const region = this.#rows.get(2 * number + 1);
    return {
      type: this.#type,
      id,
      name: name < 0 ? id.slice(name) : this.#names.text(name),
      region: region < 0 ? this.#names.text(-1 - region) : (this.#regionTexts[region] ?? ''),
    };
  }

  #regionOf(region: string): number {
    const known = this.#regions.get(region);
    if (known !== undefined) return known;
    if (this.#regions.size >= MOST_REGIONS) return -1 - this.#names.push(region);
    this.#regions.set(region, this.#regionTexts.length);
    return this.#regionTexts.push(region) - 1;
  }
}
