import type { Product } from '../product.ts';

const ADD = `mutation ($snapshot: String!) {
  addAccount(input: { provider: AWS, snapshot: $snapshot }) { account { id } errors { message hint } }
}`;
const START = `mutation ($account: ID!) {
  startScan(input: { accounts: [$account] }) { scan { id } errors { message hint } }
}`;
const WATCH = `query ($id: ID!) { node(id: $id) { ... on Scan { status startedAt finishedAt progress { resources } failure { message } } } }`;
const EVERY_MS = 250;

export interface EndedScan {
  readonly status: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly progress: { readonly resources: number };
  readonly failure: { readonly message: string } | null;
}

interface Payload {
  readonly errors: readonly unknown[];
}

/** @param snapshot a file name in the directory of snapshots */
export async function addAccount(product: Product, snapshot: string): Promise<void> {
  const { addAccount } = await product.ask<{ addAccount: Payload }>(ADD, { snapshot });
  if (addAccount.errors.length > 0) throw new Error(JSON.stringify(addAccount.errors));
}

export async function startScan(product: Product, account: string): Promise<string> {
  const { startScan } = await product.ask<{ startScan: Payload & { scan: { id: string } | null } }>(START, { account });
  if (!startScan.scan) throw new Error(JSON.stringify(startScan.errors));
  return startScan.scan.id;
}

/** Waits for the end of a scan. @throws where it does not succeed */
export async function ended(product: Product, id: string): Promise<EndedScan> {
  for (;;) {
    const { node } = await product.ask<{ node: EndedScan }>(WATCH, { id });
    if (node.status === 'SUCCEEDED' || node.status === 'PARTIAL') return node;
    if (node.status !== 'QUEUED' && node.status !== 'RUNNING')
      throw new Error(`The scan ended as ${node.status}: ${node.failure?.message ?? ''}`);
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
}

/** @param account the cloud's own id */
export async function scan(product: Product, account: string): Promise<EndedScan> {
  return ended(product, await startScan(product, account));
}

/** From its start to its end, in seconds. */
export function secondsOf({ startedAt, finishedAt }: EndedScan): number {
  return (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000;
}
