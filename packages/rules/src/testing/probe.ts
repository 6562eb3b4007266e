import type { Listing, RecordedResource, SnapshotProblem, SnapshotReader, SnapshotRecord } from '@plumbline/model';
import { build } from '@plumbline/model/testing';
import { defineRule, type Rule } from '../kernel/define-rule.ts';
import { evaluateAll, type EvaluationOptions } from '../kernel/evaluate-all.ts';
import { pass, type Evaluated } from '../kernel/outcome.ts';
import { relationToMany } from '../kernel/relation.ts';

// Small rules, and snapshots made of a few resources, for tests of the engine itself.

/** What a rule must say of itself. */
export const text = {
  title: 'Probes',
  description: '',
  risk: '',
  attack: '',
  audit: { console: [''], cli: () => '', good: '' },
  severity: 'medium',
  categories: ['network'],
  controls: {},
  remediation: {
    summary: '',
    impact: '',
    effort: 'minutes',
    console: [''],
    cli: () => '',
    terraform: () => '',
    cloudformation: () => '',
    docs: '',
  },
} as const;

/** What rules over groups have in common here. */
export const probe = { ...text, id: 'probe', resource: 'AWS::EC2::SecurityGroup', reads: ['securityGroup'] } as const;
export const passing = defineRule({ ...probe, evaluate: () => pass });

export const instancesOfGroup = relationToMany({
  from: 'AWS::EC2::SecurityGroup',
  reads: ['securityGroup'],
  to: 'AWS::EC2::Instance',
  facets: ['instance'],
  keys: ({ instance }) => (instance.SecurityGroups ?? []).flatMap(({ GroupId }) => GroupId ?? []),
  lookup: ({ securityGroup }) => [securityGroup.GroupId ?? ''],
  project: ({ instance }) => ({ instance: { PublicIpAddress: instance.PublicIpAddress } }),
});

export const group = (id: string, region = 'eu-west-1') =>
  build('AWS::EC2::SecurityGroup', { id, name: id, region }, { securityGroup: { GroupId: id } }, {});
export const instance = (id: string, groups: readonly string[], region = 'eu-west-1') =>
  build(
    'AWS::EC2::Instance',
    { id, name: id, region },
    {
      instance: {
        InstanceId: id,
        PublicIpAddress: '192.0.2.1',
        SecurityGroups: groups.map((GroupId) => ({ GroupId })),
      },
      userData: null,
    },
    {},
  );
export const listed = (type: string, region: string, complete = true): Listing => ({
  type,
  region,
  complete,
  notCollected: complete ? undefined : { reason: 'ACCESS_DENIED', message: 'denied' },
});
export const everywhere = (type: string) => [listed(type, 'eu-west-1'), listed(type, 'us-east-1')];
export const bothTypes = [...everywhere('AWS::EC2::SecurityGroup'), ...everywhere('AWS::EC2::Instance')];

interface Parts {
  readonly resources?: readonly RecordedResource[];
  readonly listings?: readonly Listing[];
  readonly problems?: readonly SnapshotProblem[];
}

/** What comes out of a snapshot with these parts: of each resource, what the first rule says. */
export async function run(rules: readonly Rule[], parts: Parts, options: Partial<EvaluationOptions> = {}) {
  const outcomes: Record<string, unknown> = {};
  const unlisted: string[] = [];
  let opened = 0;
  const open = () => {
    opened++;
    return Promise.resolve(reader(recordsOf(parts)));
  };
  const summary = await evaluateAll(
    open,
    { rules, ...options },
    {
      evaluated: (resource, evaluations) => {
        outcomes[resource.id] = evaluations.map(({ outcome }) => outcome)[0];
      },
      unlisted: ({ type, region, missing }) => unlisted.push(`${type} ${region} ${missing.reason} ${missing.action}`),
      problem: () => {},
    },
  );
  const complete = summary.completeListings.map(({ type, region }) => `${type} ${region}`);
  return { outcomes, unlisted, complete, opened };
}

/** What all rules say of one resource after the other. */
export async function all(rules: readonly Rule[], parts: Parts): Promise<readonly Evaluated[]> {
  const outcomes: Evaluated[] = [];
  await evaluateAll(
    () => Promise.resolve(reader(recordsOf(parts))),
    { rules },
    {
      evaluated: (_resource, evaluations) => outcomes.push(...evaluations.map(({ outcome }) => outcome)),
      unlisted: () => {},
      problem: () => {},
    },
  );
  return outcomes;
}

function recordsOf({ resources = [], listings = [], problems = [] }: Parts): readonly SnapshotRecord[] {
  return [
    ...resources.map((resource): SnapshotRecord => ({ kind: 'resource', line: 0, resource, text: null })),
    ...listings.map((listing): SnapshotRecord => ({ kind: 'listing', line: 0, listing })),
    ...problems.map((problem): SnapshotRecord => ({ kind: 'problem', problem })),
  ];
}

export function reader(records: readonly SnapshotRecord[], end?: Error): SnapshotReader {
  return {
    header: {
      format: 'plumbline-snapshot',
      version: 1,
      provider: 'aws',
      partition: 'aws',
      account: '111122223333',
      regions: ['eu-west-1', 'us-east-1'],
      collectedAt: '2026-11-20T08:00:00Z',
    },
    records: (async function* () {
      yield await Promise.resolve(records);
      if (end) throw end;
    })(),
  };
}
