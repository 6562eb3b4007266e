const BLOCK = 1 << 12;

/** Whole numbers of 32 bits by their place from 0 on, 0 where none was set: outside of what is collected, and never copied to grow. */
export class Numbers {
  readonly #blocks: Int32Array[] = [];

  get(at: number): number {
    return this.#blocks[Math.floor(at / BLOCK)]?.[at % BLOCK] ?? 0;
  }

  set(at: number, value: number): void {
    const block = Math.floor(at / BLOCK);
    while (block >= this.#blocks.length) this.#blocks.push(new Int32Array(BLOCK));
    const numbers = this.#blocks[block];
    if (numbers) numbers[at % BLOCK] = value;
  }
}
