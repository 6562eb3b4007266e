import type { EvidenceItem, Missing, OutcomeStatus } from '@plumbline/rules';
import type { Generated, GeneratedAlways } from 'kysely';
import type { Created, Json } from './columns.ts';
import type {
  ScanAccountTable,
  ScanCoverageTable,
  ScanEventTable,
  ScanGapTable,
  ScanOpenTable,
  ScanPassTable,
  ScanRollupTable,
  ScanTable,
  TypeCoverageTable,
} from './scan-tables.ts';

export interface AccountTable {
  id: string;
  provider: 'aws';
  partition: string;
  /** The cloud's own id. */
  external_id: string;
  name: string;
  /** Where its snapshots come from: `fixture:NAME`, a file name, or `s3://bucket/key`. */
  source: string;
  /** Regions to scan; empty: all that the snapshot has. */
  regions: string[];
  created_at: Created;
}

/** What is still to be deleted of accounts that are gone. */
export interface RemovedAccountTable {
  id: string;
  provider: string;
  external_id: string;
  at: Created;
}

interface ResourceContent {
  type: string;
  service: string;
  region: string;
  external_id: string;
  name: string;
  tags: Json<Record<string, string>>;
  /** The facets as recorded. */
  config: Json<Record<string, unknown>>;
  /** Hash of the content. */
  hash: string;
}

export interface ResourceTable extends ResourceContent {
  account_id: string;
  id: string;
  first_seen_at: Date;
  /** When this content was first seen. */
  seen_from: Date;
  /** Set while scans no longer see it and cannot say that it is gone: when it was last seen. */
  last_seen_at: Date | null;
  deleted_at: Date | null;
}

/** A resource's content that a newer one took the place of. */
export interface ResourceVersionTable {
  account_id: string;
  resource_id: string;
  seen_from: Date;
  seen_to: Date;
  name: string;
  tags: Json<Record<string, string>>;
  config: Json<Record<string, unknown>>;
  hash: string;
}

interface FindingContent {
  result: OutcomeStatus;
  stale: boolean;
  has_failed: boolean;
  /** Rank, 1 (critical) to 5 (info). */
  severity: number;
  severity_reason: string | null;
  message: string;
  evidence: Json<readonly EvidenceItem[]>;
  missing: Json<readonly Missing[]>;
  /** Hash of the outcome. */
  hash: string;
  /** Lower-case text that the text filter searches, beside the rule's. */
  search: string;
}

export interface FindingTable extends FindingContent {
  account_id: string;
  id: string;
  rule_key: string;
  resource_id: string;
  resource_type: string;
  service: string;
  region: string;
  first_seen_at: Date;
  resolved_at: Date | null;
  /** Its newest event. */
  last_change: Generated<FindingEventTable['kind'] | null>;
  last_change_at: Generated<Date | null>;
  /** When it was last evaluated, set while it is stale and by a recheck. Else, or if that is later, it is the coverage of its rule and region. */
  last_seen_at: Date | null;
}

export interface FindingEventTable {
  id: GeneratedAlways<number>;
  account_id: string;
  finding_id: string;
  scan_id: string;
  at: Date;
  kind: 'detected' | 'changed' | 'resolved' | 'reopened' | 'went-stale' | 'became-unknown';
  message: string;
}

/** Findings counted by what the API counts and filters them by. */
export interface FindingCountTable {
  account_id: string;
  region: string;
  service: string;
  resource_type: string;
  rule_key: string;
  severity: number;
  result: OutcomeStatus;
  n: number;
}

/** Content whose JSON is text as yet. */
type Staged<Content, Parsed extends keyof Content> = Omit<Content, Parsed> & Record<Parsed, string>;

/** What has been done once and for all. */
export interface MarkTable {
  name: 'demo-loaded';
  at: Created;
}

/** What a scan has found to be new or different, until it is merged in one transaction. Unlogged. */
export interface StageResourceTable extends Staged<ResourceContent, 'tags' | 'config'> {
  scan_id: string;
  account_id: string;
  id: string;
  /** The store has it, with other content. */
  known: boolean;
}

export interface StageFindingTable extends Staged<FindingContent, 'evidence' | 'missing'> {
  scan_id: string;
  account_id: string;
  id: string;
  rule_key: string;
  resource_id: string;
  resource_type: string;
  service: string;
  region: string;
  change: FindingEventTable['kind'] | null;
  /** The store has it, in another state. */
  known: boolean;
}

export interface Tables {
  account: AccountTable;
  removed_account: RemovedAccountTable;
  scan: ScanTable;
  scan_account: ScanAccountTable;
  scan_event: ScanEventTable;
  scan_gap: ScanGapTable;
  scan_rollup: ScanRollupTable;
  scan_open: ScanOpenTable;
  scan_pass: ScanPassTable;
  scan_coverage: ScanCoverageTable;
  type_coverage: TypeCoverageTable;
  resource: ResourceTable;
  resource_version: ResourceVersionTable;
  finding: FindingTable;
  finding_event: FindingEventTable;
  finding_count: FindingCountTable;
  mark: MarkTable;
  stage_resource: StageResourceTable;
  stage_finding: StageFindingTable;
}
