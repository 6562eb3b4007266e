import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../store/tables.ts';
import { textArray } from '../../store/text-array.ts';
import type { ScanPart } from '../end-scan.ts';
import type { FindingRow } from './finding-row.ts';
import type { ResourceRow } from './resource-row.ts';

type StagedResource = ResourceRow & { readonly known: boolean };

const BATCH_ROWS = 1000;
/** Resources may be large: a batch is also sent when it has this much configuration, in characters. */
const BATCH_CHARACTERS = 4_000_000;

/** Collects what is new or different and writes it to the stage in batches, while the next is being collected. */
export class Stage {
  readonly #db: Kysely<Tables>;
  readonly #part: ScanPart;
  readonly #signal: AbortSignal;
  #resources: StagedResource[] = [];
  #findings: FindingRow[] = [];
  #characters = 0;
  #writing: Promise<void> = Promise.resolve();

  /** @param signal ends a write between two batches */
  constructor(db: Kysely<Tables>, part: ScanPart, signal: AbortSignal) {
    this.#db = db;
    this.#part = part;
    this.#signal = signal;
  }

  addResource(row: StagedResource): void {
    this.#resources.push(row);
    this.#characters += row.config.length;
  }

  addFinding(row: FindingRow): void {
    this.#findings.push(row);
    this.#characters += row.evidence.length;
  }

  /** To be called between batches of the snapshot. */
  async flushIfFull(): Promise<void> {
    const rows = Math.max(this.#resources.length, this.#findings.length);
    if (rows < BATCH_ROWS && this.#characters < BATCH_CHARACTERS) return;
    await this.#writing;
    this.#writing = this.#write();
    // What it throws, the next flush does; until then it is nobody's.
    this.#writing.catch(() => undefined);
  }

  /** Writes what is left, and waits for all of it. */
  async flush(): Promise<void> {
    await this.#writing;
    await this.#write();
  }

  /** Waits for what is being written, however that ends. */
  async settled(): Promise<void> {
    await this.#writing.catch(() => undefined);
  }

  async #write(): Promise<void> {
    const resources = this.#resources;
    const findings = this.#findings;
    this.#resources = [];
    this.#findings = [];
    this.#characters = 0;
    for (let at = 0; at < resources.length; at += BATCH_ROWS)
      await this.#writeResources(resources.slice(at, at + BATCH_ROWS));
    for (let at = 0; at < findings.length; at += BATCH_ROWS)
      await this.#writeFindings(findings.slice(at, at + BATCH_ROWS));
  }

  async #writeResources(rows: readonly StagedResource[]): Promise<void> {
    const all = (name: keyof StagedResource) => column(rows, name);
    this.#signal.throwIfAborted();
    await sql`
      insert into stage_resource (scan_id, account_id, id, type, service, region, external_id, name, tags, config, hash, known)
      select ${this.#part.scanId}, ${this.#part.accountId}, id::uuid, type, service, region, external_id, name, tags::jsonb,
        config::jsonb, hash, known::bool
      from unnest(
        ${all('id')}::text[], ${all('type')}::text[], ${all('service')}::text[], ${all('region')}::text[],
        ${all('external_id')}::text[], ${all('name')}::text[], ${all('tags')}::text[], ${all('config')}::text[], ${all('hash')}::text[],
        ${all('known')}::text[]
      ) as row (id, type, service, region, external_id, name, tags, config, hash, known)`.execute(this.#db);
  }

  async #writeFindings(rows: readonly FindingRow[]): Promise<void> {
    const all = (name: keyof FindingRow) => column(rows, name);
    this.#signal.throwIfAborted();
    await sql`
      insert into stage_finding (
        scan_id, account_id, id, rule_key, resource_id, resource_type, service, region, result, stale, has_failed,
        severity, severity_reason, message, evidence, missing, hash, search, change, known
      )
      select ${this.#part.scanId}, ${this.#part.accountId}, id::uuid, rule_key, resource_id::uuid, resource_type, service, region, result,
        stale::bool, has_failed::bool, severity::smallint, severity_reason, message, evidence::jsonb, missing::jsonb, hash, search, change,
        known::bool
      from unnest(
        ${all('id')}::text[], ${all('rule_key')}::text[], ${all('resource_id')}::text[], ${all('resource_type')}::text[],
        ${all('service')}::text[], ${all('region')}::text[], ${all('result')}::text[], ${all('stale')}::text[],
        ${all('has_failed')}::text[], ${all('severity')}::text[], ${all('severity_reason')}::text[], ${all('message')}::text[],
        ${all('evidence')}::text[], ${all('missing')}::text[], ${all('hash')}::text[], ${all('search')}::text[], ${all('change')}::text[],
        ${all('known')}::text[]
      ) as row (
        id, rule_key, resource_id, resource_type, service, region, result, stale, has_failed,
        severity, severity_reason, message, evidence, missing, hash, search, change, known
      )`.execute(this.#db);
  }
}

function column<Row, Name extends keyof Row>(
  rows: readonly (Row & Record<Name, string | number | boolean | null>)[],
  name: Name,
): Buffer {
  return textArray(rows.map((row) => (row[name] === null ? null : String(row[name]))));
}
