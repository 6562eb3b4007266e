import { grown, TextTable, type SeenIds } from '@plumbline/model';
import { Projections } from './projections.ts';
import type { RelatedIdentity } from './relation.ts';

/** The resources of one type that relations lead to, numbered as their ids: who they are, once for all relations, and what these keep of them. */
export class Targets {
  readonly projections = new Projections();
  readonly #type: string;
  readonly #ids: SeenIds;
  readonly #names = new TextTable();
  readonly #regions = new TextTable();
  /** Of each its name and its region, plus one: of a name that is how the id ends, as most do, its length below zero. */
  #rows = new Int32Array(2 * 64);

  constructor(type: string, ids: SeenIds) {
    this.#type = type;
    this.#ids = ids;
  }

  add({ id, name, region }: RelatedIdentity): number {
    const number = this.#ids.number(id);
    while (2 * number >= this.#rows.length) this.#rows = grown(this.#rows);
    if (this.#rows[2 * number + 1] !== 0) return number;
    this.#rows[2 * number] = name !== '' && id.endsWith(name) ? -name.length : this.#names.add(name);
    this.#rows[2 * number + 1] = this.#regions.add(region) + 1;
    return number;
  }

  /** The number of the resource with an id; -1: it is not here. */
  find(id: string): number {
    return this.#ids.find(id);
  }

  identity(number: number): RelatedIdentity {
    const id = this.#ids.id(number);
    const name = this.#rows[2 * number] ?? 0;
    return {
      type: this.#type,
      id,
      name: name < 0 ? id.slice(name) : this.#names.text(name),
      region: this.#regions.text((this.#rows[2 * number + 1] ?? 0) - 1),
    };
  }
}
