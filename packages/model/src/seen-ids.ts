import { grown, TextTable } from './text-table.ts';

/** The ids of one type and the lines they came in. */
export class SeenIds {
  readonly #ids = new TextTable();
  #lines = new Int32Array(64);

  /** The line in which an id came before. If it did not, it has come now, in this line. */
  firstLine(id: string, line: number): number | undefined {
    const before = this.#ids.size;
    const number = this.#ids.add(id);
    if (number < before) return this.#lines[number];
    if (number === this.#lines.length) this.#lines = grown(this.#lines);
    this.#lines[number] = line;
    return undefined;
  }
}
