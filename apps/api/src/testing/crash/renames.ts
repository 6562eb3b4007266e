import type { ProductClient } from './client.ts';

const RENAME = `mutation ($name: String!) { updateAccount(input: { id: "111122223333", name: $name }) { account { name } } }`;

/** Renames the account again and again while something is killed. What was acknowledged must be there afterwards, or what came later. */
export class Renames {
  readonly #client: ProductClient;
  readonly #prefix: string;
  #going = false;
  #loop: Promise<void> = Promise.resolve();
  #acknowledged = 0;
  #tried = 0;

  constructor(client: ProductClient, prefix: string) {
    this.#client = client;
    this.#prefix = prefix;
  }

  begin(): void {
    this.#going = true;
    this.#loop = this.#rename();
  }

  async end(): Promise<void> {
    this.#going = false;
    await this.#loop;
  }

  check(name: string): void {
    const number = Number(name.startsWith(`${this.#prefix}.`) ? name.slice(this.#prefix.length + 1) : 0);
    if (number < this.#acknowledged || number > this.#tried)
      throw new Error(`The account is named ${name}, and ${this.#prefix}.${this.#acknowledged} was acknowledged.`);
  }

  async #rename(): Promise<void> {
    while (this.#going) {
      const number = ++this.#tried;
      try {
        await this.#client.ask(RENAME, { name: `${this.#prefix}.${number}` });
        this.#acknowledged = number;
      } catch {
        return; // It was killed. What was asked for last may be done or not.
      }
    }
  }
}
