import { readSnapshot, snapshotLine, type RecordedResource } from '@plumbline/model';
import { evaluateAll, nextFinding, rules, type FindingState, type Observation } from '@plumbline/rules';

export interface ExpectedFinding {
  readonly resource: string;
  readonly state: FindingState;
  /** What its events say, and in which scan. */
  readonly changes: readonly string[];
}

interface Seen {
  readonly content: string;
  readonly versions: number;
  readonly isGone: boolean;
}

/** What must be in the store after scans that nothing disturbed, told without a store: by rule and resource. */
export class Expected {
  readonly findings = new Map<string, ExpectedFinding>();
  readonly resources = new Map<string, Seen>();
  /** By scan and outcome, over all rules. */
  readonly outcomes = new Map<string, number>();

  /** Takes a scan of a snapshot in. */
  async scanned(scan: string, snapshot: string): Promise<void> {
    const observed = new Map<string, Observation>();
    const seen = new Set<string>();
    const { completeListings } = await evaluateAll(
      () => readSnapshot(bytes(snapshot)),
      { rules },
      {
        evaluated: (resource, evaluations) => {
          seen.add(resource.id);
          this.#keep(resource);
          for (const { rule, outcome } of evaluations) {
            observed.set(`${rule.id} ${resource.id}`, outcome.status);
            this.#count(scan, outcome.status);
          }
        },
        unlisted: (gap) => gap.rules.forEach(() => this.#count(scan, 'unknown')),
        problem: ({ message }) => {
          throw new Error(message);
        },
      },
    );
    const isListed = completeListings.some(({ type }) => type === 'AWS::S3::Bucket');
    for (const [id, resource] of this.resources)
      if (!seen.has(id) && isListed) this.resources.set(id, { ...resource, isGone: true });
    for (const [key, { resource }] of this.findings)
      if (!seen.has(resource)) observed.set(key, isListed ? 'absent' : 'unseen');
    for (const [key, observation] of observed) this.#observe(key, observation, scan);
  }

  #keep(resource: RecordedResource): void {
    const content = snapshotLine(resource);
    const before = this.resources.get(resource.id);
    const changed = before && before.content !== content ? 1 : 0;
    this.resources.set(resource.id, { content, versions: (before?.versions ?? 0) + changed, isGone: false });
  }

  #observe(key: string, observation: Observation, scan: string): void {
    const before = this.findings.get(key);
    const { state, change } = nextFinding(before?.state ?? null, observation);
    if (!state) return;
    const changes = [...(before?.changes ?? []), ...(change ? [`${change} in ${scan}`] : [])];
    this.findings.set(key, { resource: key.slice(key.indexOf(' ') + 1), state, changes });
  }

  #count(scan: string, outcome: string): void {
    const key = `${scan} ${outcome}`;
    this.outcomes.set(key, (this.outcomes.get(key) ?? 0) + 1);
  }
}

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
