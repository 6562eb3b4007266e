import { fingerprintOf, type Fingerprint } from './fingerprint.ts';

/** Numbers kept in each place: the halves of a fingerprint, and the value; 0: nothing is there. */
const FIELDS = 3;

/**
 * Whole numbers by texts, of which there may be a million. In a `Map` each would take 150 bytes and the garbage collector's time; here
 * it takes some 20, outside of what is collected, as of a text only its fingerprint is kept.
 */
export class TextMap {
  #places = new Int32Array(FIELDS * 32);
  #size = 0;

  /** 0: the text is not here. */
  get(text: string): number {
    return this.#size === 0 ? 0 : this.#valueAt(this.#placeOf(fingerprintOf(text)));
  }

  /** @param value not 0 */
  set(text: string, value: number): void {
    const fingerprint = fingerprintOf(text);
    this.#put(this.#placeOf(fingerprint), fingerprint, value);
  }

  /** Sets the value of a text that has none. @returns the one it has; 0: it had none */
  setNew(text: string, value: number): number {
    const fingerprint = fingerprintOf(text);
    const place = this.#placeOf(fingerprint);
    const before = this.#valueAt(place);
    if (before === 0) this.#put(place, fingerprint, value);
    return before;
  }

  #valueAt(place: number): number {
    return this.#places[place + 2] ?? 0;
  }

  /** Where a fingerprint is, or belongs. */
  #placeOf({ low, high }: Fingerprint): number {
    const places = this.#places;
    // As many places as there happen to be share the numbers of 32 bits evenly.
    let place = FIELDS * Math.floor(((high >>> 0) / 2 ** 32) * (places.length / FIELDS));
    while (places[place + 2] !== 0 && (places[place] !== low || places[place + 1] !== high)) {
      place += FIELDS;
      if (place === places.length) place = 0;
    }
    return place;
  }

  #put(place: number, { low, high }: Fingerprint, value: number): void {
    const isNew = this.#valueAt(place) === 0;
    this.#places[place] = low;
    this.#places[place + 1] = high;
    this.#places[place + 2] = value;
    if (isNew && 5 * FIELDS * ++this.#size > 4 * this.#places.length) this.#spread();
  }

  /** Half as many places more: twice as many would lie empty for longer. */
  #spread(): void {
    const before = this.#places;
    this.#places = new Int32Array(FIELDS * Math.ceil((before.length / FIELDS) * 1.5));
    for (let at = 0; at < before.length; at += FIELDS) {
      const value = before[at + 2] ?? 0;
      if (value === 0) continue;
      const fingerprint = { low: before[at] ?? 0, high: before[at + 1] ?? 0 };
      const place = this.#placeOf(fingerprint);
      this.#places[place] = fingerprint.low;
      this.#places[place + 1] = fingerprint.high;
      this.#places[place + 2] = value;
    }
  }
}
