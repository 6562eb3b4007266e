/** Waits to be woken. What comes between two waits is not missed: it ends the next one at once. */
export class Follower {
  #woken = false;
  #resolve: (() => void) | null = null;

  readonly wake = (): void => {
    this.#woken = true;
    this.#resolve?.();
  };

  async wait(timeoutMs: number): Promise<void> {
    if (!this.#woken)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, timeoutMs);
        this.#resolve = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    this.#resolve = null;
    this.#woken = false;
  }
}
