import type { RecordedResource } from '@plumbline/model';
import { Random } from './random.ts';

export const ACCOUNT = '111122223333';
export const COLLECTED_AT = '2026-11-20T08:00:00Z';
export const REGIONS = ['eu-central-1', 'eu-west-1', 'us-east-1'] as const;

const TEAMS = [
  'billing',
  'catalogue',
  'checkout',
  'data',
  'identity',
  'media',
  'orders',
  'platform',
  'search',
  'support',
];
const PARTS = [
  'api',
  'archive',
  'cache',
  'events',
  'exports',
  'ingest',
  'jobs',
  'logs',
  'reports',
  'uploads',
  'web',
  'worker',
];
const STAGES = ['dev', 'prod', 'staging', 'test'];

/** Things of a kind lie in the regions by turns. */
export function regionOf(index: number): string {
  return REGIONS[index % REGIONS.length] ?? REGIONS[0];
}

/** An index of the same region, below `count`. */
export function neighbour(random: Random, index: number, count: number): number {
  const turn = index % REGIONS.length;
  return turn + REGIONS.length * random.integer(0, Math.max(0, Math.floor((count - 1 - turn) / REGIONS.length)));
}

/** The vendor's id: `sg-0c32826a3e3abdcd5`. */
export function localId(prefix: string, index: number): string {
  return `${prefix}-0${new Random(prefix, index).hex(16)}`;
}

export function ec2Arn(kind: string, id: string, index: number): string {
  return `arn:aws:ec2:${regionOf(index)}:${ACCOUNT}:${kind}/${id}`;
}

export function iamArn(local: string): string {
  return `arn:aws:iam::${ACCOUNT}:${local}`;
}

/** A name as people give them: `orders-ingest-prod-000017`. */
export function nameOf(kind: string, index: number): string {
  const random = new Random(`name of ${kind}`, index);
  return `${random.pick(TEAMS)}-${random.pick(PARTS)}-${random.pick(STAGES)}-${String(index).padStart(6, '0')}`;
}

export function tagsOf(name: string, random: Random): Readonly<Record<string, string>> {
  const [team = '', part = '', stage = ''] = name.split('-');
  const tags: Record<string, string> = { Name: name, env: stage, team };
  if (random.chance(0.7)) tags['cost-centre'] = `cc-${random.integer(1000, 1400)}`;
  if (random.chance(0.6)) tags['service'] = `${team}-${part}`;
  if (random.chance(0.5)) tags['managed-by'] = 'terraform';
  if (random.chance(0.3)) tags['terraform-workspace'] = `${team}-${stage}-${random.hex(8)}`;
  if (random.chance(0.2)) tags['data-classification'] = random.pick(['public', 'internal', 'confidential']);
  return tags;
}

/** Tags as EC2 and IAM answer them. */
export function tagList(tags: Readonly<Record<string, string>>) {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

export type Facets = RecordedResource['facets'];
