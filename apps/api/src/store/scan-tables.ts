import type { Missing, OutcomeStatus } from '@plumbline/rules';
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { Created, Json } from './columns.ts';

export type ScanStatus = 'QUEUED' | 'RUNNING' | 'SUCCEEDED' | 'PARTIAL' | 'FAILED' | 'CANCELLED';

export interface ScanScope {
  readonly services: readonly string[];
  readonly regions: readonly string[];
  /** Rule keys; `*` is a wildcard. */
  readonly rules: readonly string[];
  /** Keys of the only resources to look at: a recheck. */
  readonly resources?: readonly string[];
}

export interface ScanFailure {
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
  /** As the user names it. */
  readonly source: string | null;
  readonly line: number | null;
}

export interface ScanTable {
  id: string;
  status: ScanStatus;
  scope: Json<ScanScope>;
  idempotency_key: string | null;
  /** Hash of what was asked for. */
  request_hash: ColumnType<string | null, string | undefined, never>;
  queued_at: Created;
  started_at: Date | null;
  finished_at: Date | null;
  cancel_requested_at: Date | null;
  failure: Json<ScanFailure | null>;
  /** Sequence of its newest event. */
  event_sequence: Generated<number>;
}

export interface ScanProgress {
  readonly percent: number;
  readonly phase: 'WAITING' | 'CONNECTING' | 'COLLECTING' | 'EVALUATING' | 'CORRELATING' | 'FINISHING' | 'DONE';
  /** Bytes of the source read, over both passes. */
  readonly done: number;
  readonly total: number;
  readonly current: string | null;
  readonly resources: number;
}

/** A scan's part for one account: one job. */
export interface ScanAccountTable {
  scan_id: string;
  account_id: string;
  status: ScanStatus;
  progress: Json<ScanProgress>;
  started_at: Date | null;
  finished_at: Date | null;
  failure: Json<ScanFailure | null>;
}

export type ScanEventKind = 'progressed' | 'findings' | 'gap' | 'log' | 'finished';

export interface ScanEventTable {
  scan_id: string;
  sequence: number;
  at: Created;
  kind: ScanEventKind;
  payload: Json<unknown>;
}

export interface ScanGapTable {
  id: GeneratedAlways<number>;
  scan_id: string;
  account_id: string;
  service: string | null;
  region: string | null;
  action: string | null;
  kind: Missing['reason'];
  /** What could not be read: a facet, or the listing of a type. */
  fact: string;
  message: string;
  affected_rules: number;
  /** Resources it concerns; `null` for a whole listing. */
  resources: number | null;
}

/** Passes live here and nowhere else. */
export interface ScanRollupTable {
  account_id: string;
  scan_id: string;
  region: string;
  service: string;
  rule_key: string;
  outcome: OutcomeStatus;
  /** Rank of the severity, 1 (critical) to 5 (info); 0 where the outcome has none. */
  severity: number;
  n: number;
}

/** How much failed in an account when a scan of it ended, whether or not that scan could look. */
export interface ScanOpenTable {
  account_id: string;
  scan_id: string;
  rule_key: string;
  severity: number;
  n: number;
}

/** The passes of a scan's rollups, over all regions. */
export interface ScanPassTable {
  account_id: string;
  scan_id: string;
  rule_key: string;
  n: number;
}

/** The newest scan that evaluated a rule in a region: the time when its findings there were last seen. */
export interface ScanCoverageTable {
  account_id: string;
  region: string;
  rule_key: string;
  scan_id: string;
  at: Date;
}

/** The newest scan that saw resources of a type in a region. */
export interface TypeCoverageTable {
  account_id: string;
  region: string;
  type: string;
  scan_id: string;
  at: Date;
}
