const MOST = 100;

/** Callers name their operations as they like, and a metric must not grow with that. */
export class OperationNames {
  readonly #known = new Set<string>();

  /** The name, or `other` once there are too many. */
  label(name: string | null): string {
    if (name === null) return 'anonymous';
    if (this.#known.size < MOST) this.#known.add(name);
    return this.#known.has(name) ? name : 'other';
  }
}
