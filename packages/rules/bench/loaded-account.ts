import { readFileSync } from 'node:fs';
import { readSnapshot, type RecordedResource, type ResourceType } from '@plumbline/model';
import { TypeEvaluator, type EvaluationWorld } from '../src/kernel/evaluate.ts';
import { firstPass } from '../src/kernel/first-pass.ts';
import { rules } from '../src/index.ts';
import { account } from './run.ts';
import { bytesOf } from './scan.ts';

/** What the accounts have as many of as they are said to have. */
export const MAIN_TYPES: readonly ResourceType[] = [
  'AWS::S3::Bucket',
  'AWS::EC2::SecurityGroup',
  'AWS::EC2::Instance',
  'AWS::IAM::Role',
];

/** So many are parsed, and then evaluated: a scan evaluates each as soon as it is parsed, but so short a time cannot be measured. */
const BATCH = 20;

/** In milliseconds. */
export interface Times {
  readonly parsing: number;
  readonly using: number;
  /** `using`, by batches. */
  readonly batches: readonly number[];
}

/** An account in memory, by type and as lines, and the world that its first pass leaves. */
export class LoadedAccount {
  readonly world: EvaluationWorld;
  readonly #lines: ReadonlyMap<string, readonly string[]>;

  private constructor(world: EvaluationWorld, lines: ReadonlyMap<string, readonly string[]>) {
    this.world = world;
    this.#lines = lines;
  }

  static async read(count: number): Promise<LoadedAccount> {
    const file = await account(count);
    const world = await firstPass(await readSnapshot(bytesOf(file)), { rules }, { problem: () => {} });
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n').slice(1);
    const resources = lines.filter((line) => line.startsWith('{"type":'));
    return new LoadedAccount(
      world,
      Map.groupBy(resources, (line) => line.slice('{"type":"'.length, line.indexOf('"', '{"type":"'.length))),
    );
  }

  linesOf(type: string): readonly string[] {
    return this.#lines.get(type) ?? [];
  }

  /** Parses each line of a type, and gives what was parsed to `use`. */
  parsed(type: string, use: (resource: RecordedResource) => void): Times {
    const lines = this.linesOf(type);
    let parsing = 0;
    const batches: number[] = [];
    for (let at = 0; at < lines.length; at += BATCH) {
      const start = performance.now();
      const resources = lines.slice(at, at + BATCH).map((line) => JSON.parse(line) as RecordedResource);
      const parsed = performance.now();
      for (const resource of resources) use(resource);
      parsing += parsed - start;
      batches.push(performance.now() - parsed);
    }
    return { parsing, using: batches.reduce((sum, each) => sum + each, 0), batches };
  }

  evaluatorOf(type: string): TypeEvaluator {
    const ofType = rules.filter(({ resource }) => resource === type);
    return new TypeEvaluator(type, ofType, this.world);
  }
}
