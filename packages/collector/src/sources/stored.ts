/** What a source holds, as it is stored: compressed or not. */
export interface Stored {
  /** In bytes. */
  readonly size: number;
  /** Holds a file or connection open from the first chunk on, until it ends or is returned. */
  readonly chunks: AsyncGenerator<Uint8Array, void, undefined>;
}

/**
 * Opens what a source holds. A function remembers what it opened first, and from then on opens only that.
 * @throws SourceError, here and while chunks are read
 */
export type OpenStored = (signal?: AbortSignal) => Promise<Stored>;
