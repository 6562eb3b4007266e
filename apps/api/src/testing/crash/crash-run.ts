import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort, spawnProduct, type ProductProcess } from '../spawn-product.ts';
import { ProductClient, type SeenEvent } from './client.ts';
import { Cloud } from './cloud.ts';
import { compareStore } from './compare-store.ts';
import { Expected } from './expected.ts';
import { killDatabase } from './kill-database.ts';
import { momentOf, type Moment } from './moment.ts';
import { Random } from './random.ts';
import { Renames } from './renames.ts';

const VICTIMS = ['server', 'database', 'both'] as const;

export interface Kill {
  readonly victim: (typeof VICTIMS)[number];
  readonly moment: string;
}

/** How a round went; one that went wrong throws. */
export interface Round {
  readonly kills: readonly Kill[];
  readonly status: string;
  readonly events: number;
  readonly findings: number;
  /** From the last kill to the end of the scan. */
  readonly recoveryMs: number;
}

const LONGEST_MS = 120_000;
const START = `mutation ($key: String!) { startScan(input: { idempotencyKey: $key }) { scan { id } errors { message } } }`;
const ADD = `mutation { addAccount(input: { provider: AWS, snapshot: "acme.ndjson", name: "Acme" }) { account { id } errors { message } } }`;
const STATUS = `query ($id: ID!) { scan(id: $id) { status failure { code } } accounts { nodes { name } } }`;

/** One installation that lives through round after round: its cloud changes, a scan runs, and something is killed meanwhile. */
export class CrashRun {
  readonly #random: Random;
  readonly #cloud: Cloud;
  readonly #data: string;
  readonly #expected = new Expected();
  #port = 0;
  #product: ProductProcess | null = null;
  /** What it said when it ended. */
  #ended: string | null = null;

  constructor(seed: number, data: string) {
    this.#random = new Random(seed);
    this.#cloud = new Cloud(this.#random);
    this.#data = data;
  }

  async start(): Promise<void> {
    this.#port = await freePort();
    this.#writeSnapshot();
    await this.#spawn();
    await this.#client.ask(ADD);
  }

  /** @param added how many resources the account grows by */
  async round(key: string, added: number): Promise<Round> {
    this.#cloud.change(added);
    const snapshot = this.#writeSnapshot();
    const kills: Kill[] = [];
    const log: SeenEvent[] = [];
    let scan: string | null = null;
    let killedAt = 0;
    const renames = new Renames(this.#client, key);
    for (let left = this.#random.below(4) === 0 ? 2 : 1; left > 0; left--) {
      const moment = momentOf(this.#random);
      const victim = this.#random.oneOf(VICTIMS);
      renames.begin();
      if (moment.kind === 'asked') void this.#client.ask(START, { key }).catch(() => null);
      else scan = await this.#untilMoment((scan ??= await this.#startScan(key)), log, moment);
      await delay(moment.pauseMs);
      killedAt = performance.now();
      kills.push({ victim, moment: moment.name });
      await this.#kill(victim);
      await renames.end();
    }
    const again = await this.#startScan(key);
    if (scan !== null && again !== scan)
      throw new Error(`The scan ${scan} was acknowledged, and its key now gives ${again}.`);
    await this.#follow(again, log, ({ type }) => type === 'ScanFinished');
    const recoveryMs = Math.round(performance.now() - killedAt);
    checkSequence(log);
    const { scan: ended, accounts } = await this.#client.ask(STATUS, { id: again });
    renames.check(accounts.nodes[0].name);
    const findings = await compareStore(this.#data, this.#expected, { key, status: ended.status, snapshot });
    return { kills, status: ended.status, events: log.length, findings, recoveryMs };
  }

  get #client(): ProductClient {
    return new ProductClient(this.#port);
  }

  async #spawn(): Promise<void> {
    const product = spawnProduct(this.#data, { PORT: String(this.#port) });
    this.#product = product;
    this.#ended = null;
    void product.ended.then(({ code, stderr }) => {
      if (this.#product === product) this.#ended = `It ended with ${code}:\n${stderr}`;
    });
    const said = await product.ready;
    if (!said.includes('Plumbline is ready')) throw new Error(`It did not start again:\n${said}`);
  }

  #writeSnapshot(): string {
    const text = this.#cloud.snapshot();
    const file = path.join(this.#data, 'snapshots/acme.ndjson');
    mkdirSync(path.dirname(file), { recursive: true });
    // In one step: a scan that is tried again must read the whole of one or the other.
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
    return text;
  }

  /** Asks until there is an answer: the database may be starting. */
  async #startScan(key: string): Promise<string> {
    for (const until = performance.now() + LONGEST_MS; ;) {
      try {
        const { scan, errors } = (await this.#client.ask(START, { key })).startScan;
        if (scan) return scan.id;
        throw new Error(JSON.stringify(errors));
      } catch (error) {
        if (this.#ended !== null) throw new Error(this.#ended, { cause: error });
        if (performance.now() > until) throw error;
        await delay(50);
      }
    }
  }

  async #untilMoment(scan: string, log: SeenEvent[], moment: Moment): Promise<string> {
    await this.#follow(scan, log, (event) => moment.isAt(event) || event.type === 'ScanFinished');
    return scan;
  }

  /** Adds what happens in a scan to `log`, going on after what was seen where the connection breaks. */
  async #follow(scan: string, log: SeenEvent[], isEnough: (event: SeenEvent) => boolean): Promise<void> {
    for (const until = performance.now() + LONGEST_MS; performance.now() < until; await delay(50)) {
      if (this.#ended !== null) throw new Error(this.#ended);
      const last = log.at(-1);
      if (last?.type === 'ScanFinished') return;
      for await (const event of this.#client.events(scan, last?.sequence ?? 0)) {
        log.push(event);
        if (isEnough(event)) return;
      }
    }
    throw new Error(`The scan ${scan} has not ended. Its last event was ${JSON.stringify(log.at(-1))}.`);
  }

  async #kill(victim: Kill['victim']): Promise<void> {
    if (victim !== 'database') this.#product?.kill('SIGKILL');
    if (victim !== 'server') killDatabase(this.#data);
    if (victim === 'database') return;
    await this.#product?.ended;
    await this.#spawn();
  }
}

function checkSequence(log: readonly SeenEvent[]): void {
  const wrong = log.find(({ sequence }, index) => sequence !== index + 1);
  if (wrong) throw new Error(`Events were lost or came twice before ${JSON.stringify(wrong)}.`);
}
