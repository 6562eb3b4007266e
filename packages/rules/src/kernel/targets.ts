import { grown, TextTable } from '@plumbline/model';
import { Projections } from './projections.ts';
import type { RelatedIdentity } from './relation.ts';

/** The resources of one type that relations lead to, numbered from 0: who they are, once for all relations, and what these keep of them. */
export class Targets {
  readonly projections = new Projections();
  readonly #type: string;
  readonly #ids = new TextTable();
  readonly #names = new TextTable();
  readonly #regions = new TextTable();
  /** Of each its name and its region: of a name that is how the id ends, as most do, its length below zero. */
  #rows = new Int32Array(2 * 64);

  constructor(type: string) {
    this.#type = type;
  }

  add({ id, name, region }: RelatedIdentity): number {
    const before = this.#ids.size;
    const number = this.#ids.add(id);
    if (number < before) return number;
    if (2 * number === this.#rows.length) this.#rows = grown(this.#rows);
    this.#rows[2 * number] = name !== '' && id.endsWith(name) ? -name.length : this.#names.add(name);
    this.#rows[2 * number + 1] = this.#regions.add(region);
    return number;
  }

  /** The number of the resource with an id; -1: it is not here. */
  find(id: string): number {
    return this.#ids.find(id);
  }

  identity(number: number): RelatedIdentity {
    const id = this.#ids.text(number);
    const name = this.#rows[2 * number] ?? 0;
    return {
      type: this.#type,
      id,
      name: name < 0 ? id.slice(name) : this.#names.text(name),
      region: this.#regions.text(this.#rows[2 * number + 1] ?? 0),
    };
  }
}
