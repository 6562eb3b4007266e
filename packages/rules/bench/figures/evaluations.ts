import { LoadedAccount, MAIN_TYPES } from '../loaded-account.ts';
import { atLeast, atMost, type Benchmark } from '../figure.ts';

const LIMIT =
  'a fifth of it is to look up what a resource is related to, half of that to tell what to look for. A twelfth is to look at each action of the policies that a role has inline, another to make what is told of failures. The rest is spread over the rules, of which none takes more than a twentieth. And rules leave about twice as many bytes behind as JSON.parse makes, for the collector.';

interface Speed {
  readonly evaluations: number;
  readonly parsing: number;
  readonly evaluating: number;
}

/** The best of some passes over a type, after one to warm up. */
function speedOf(account: LoadedAccount, type: string): Speed {
  const evaluator = account.evaluatorOf(type);
  const passOver = (): Speed => {
    let evaluations = 0;
    const { parsing, using } = account.parsed(type, (resource) => {
      for (const { outcome } of evaluator.evaluate(resource)) if (outcome.status !== 'not-applicable') evaluations++;
    });
    return { evaluations, parsing, evaluating: using };
  };
  passOver();
  const passes = Array.from({ length: 3 }, passOver);
  const least = (of: (speed: Speed) => number) => Math.min(...passes.map(of));
  return {
    evaluations: least(({ evaluations }) => evaluations),
    parsing: least(({ parsing }) => parsing),
    evaluating: least(({ evaluating }) => evaluating),
  };
}

let measured: Promise<ReadonlyMap<string, Speed>> | null = null;

function speeds(): Promise<ReadonlyMap<string, Speed>> {
  measured ??= LoadedAccount.read(10_000).then((account) => {
    // All are warmed up before any is measured: what the rules share has then seen every kind of resource.
    for (const type of MAIN_TYPES) speedOf(account, type);
    return new Map(MAIN_TYPES.map((type) => [type, speedOf(account, type)]));
  });
  return measured;
}

function sum(all: ReadonlyMap<string, Speed>, of: (speed: Speed) => number): number {
  return [...all.values()].reduce((total, speed) => total + of(speed), 0);
}

export const evaluations: readonly Benchmark[] = [
  {
    name: 'evaluations a second',
    unit: '/s',
    goal: atLeast(2_000_000),
    limit: LIMIT,
    note: 'All rules over the buckets, security groups, instances and roles of N = 10,000, each just parsed and not seen before, on one core after a warm pass. Only pass, fail and unknown count. The best of three passes.',
    measure: async () => {
      const all = await speeds();
      const counted = sum(all, (speed) => speed.evaluations);
      return {
        value: (counted / sum(all, ({ evaluating }) => evaluating)) * 1000,
        found: `${counted.toLocaleString('en')} evaluations.`,
      };
    },
  },
  {
    name: 'rules to parsing',
    unit: '× JSON.parse',
    goal: atMost(0.5),
    limit: LIMIT,
    note: 'The time of all rules over these resources, against that of JSON.parse for their lines.',
    measure: async () => {
      const all = await speeds();
      return { value: sum(all, ({ evaluating }) => evaluating) / sum(all, ({ parsing }) => parsing) };
    },
  },
  ...MAIN_TYPES.map((type): Benchmark => ({
    name: `rules to parsing of ${type}`,
    unit: '× JSON.parse',
    goal: atMost(1),
    note: 'The same for one type.',
    measure: async () => {
      const speed = (await speeds()).get(type);
      return { value: speed ? speed.evaluating / speed.parsing : Number.NaN };
    },
  })),
];
