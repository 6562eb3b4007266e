import { createWriteStream, existsSync, renameSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { snapshotLine } from '@plumbline/model';
import { ACCOUNT, accountLines } from '@plumbline/rules/bench';
import { neglectedBuckets } from './neglected-buckets.ts';

interface Contents {
  /** So many buckets, security groups, instances and roles, of which about one in ten has a fault. */
  readonly count: number;
  /** Buckets with faults in nearly everything. */
  readonly neglected: number;
}

/** The account id of the `index`th account. */
export function accountId(index: number): string {
  return String(200_000_000_000 + index);
}

/** Writes the snapshot of an account, unless it is there. @returns its file name */
export async function accountSnapshot(directory: string, index: number, contents: Contents): Promise<string> {
  const name = `account-${index}.ndjson`;
  const file = path.join(directory, name);
  if (existsSync(file)) return name;
  const half = `${file}.part`;
  await pipeline(Readable.from(linesOf(index, contents)), createWriteStream(half));
  renameSync(half, file);
  return name;
}

/** As the account generator writes them, under an id and names of the account's own. */
function* linesOf(index: number, { count, neglected }: Contents): Generator<string> {
  const id = accountId(index);
  const owned = (line: string) => line.replaceAll(ACCOUNT, id).replaceAll('acme-', `acme${index}-`);
  for (const line of accountLines(count)) yield owned(line);
  for (const resource of neglectedBuckets(count, neglected)) yield owned(snapshotLine(resource));
}
