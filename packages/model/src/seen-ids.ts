import { grown, TextTable } from './text-table.ts';

/** The ids of one type, numbered from 0, and where they came. */
export class SeenIds {
  readonly #ids = new TextTable();
  /** Of each id the record in which it came first, and the line of that; 0: not said. */
  #places = new Int32Array(2 * 64);

  /**
   * The line in which an id came before; `undefined`: it has come first in this record.
   * @param record its number among all of the snapshot, from 1, the same in every reading: several may be in one line
   */
  lineBefore(id: string, record: number, line: number): number | undefined {
    const at = 2 * this.number(id);
    if (this.#places[at] === 0) {
      this.#places[at] = record;
      this.#places[at + 1] = line;
    }
    return this.#places[at] === record ? undefined : this.#places[at + 1];
  }

  /** The number of an id, new or not. */
  number(id: string): number {
    const number = this.#ids.add(id);
    if (2 * number >= this.#places.length) this.#places = grown(this.#places);
    return number;
  }

  /** The number of an id; -1: it did not come. */
  find(id: string): number {
    return this.#ids.find(id);
  }

  /** The id with a number that was given. */
  id(number: number): string {
    return this.#ids.text(number);
  }
}

/** Which resources a snapshot has. One for all readings of it: there may be a million ids, and each is kept once. */
export class SnapshotIds {
  readonly #types = new Map<string, SeenIds>();

  of(type: string): SeenIds {
    let ids = this.#types.get(type);
    if (!ids) this.#types.set(type, (ids = new SeenIds()));
    return ids;
  }
}
