import path from 'node:path';
import { sql, type Kysely } from 'kysely';
import { connect } from '../../store/connect.ts';
import { ROLE } from '../../store/embedded/initialise.ts';
import { readPostmaster } from '../../store/embedded/postmaster.ts';
import type { Tables } from '../../store/tables.ts';

/** A look into the database of a data directory while its server runs. */
export function openDatabase(data: string): Kysely<Tables> {
  const host = readPostmaster(path.join(data, 'postgres'))?.socketDirectory;
  return connect({ host, port: 5432, user: ROLE, database: 'postgres', ssl: false }, 2);
}

type Db = Kysely<Tables>;

/** In the form that `Expected.findings` has. That a finding only reads otherwise (`changed`) is not in it: what it reads is not expected. */
export async function storedFindings(db: Db) {
  const { rows } = await sql<{ key: string; resource: string; state: unknown; changes: string[] }>`
    select finding.rule_key || ' ' || external_id as key, external_id as resource,
      jsonb_build_object('result', result, 'stale', stale, 'hasFailed', has_failed) as state,
      array(select kind || ' in ' || scan_id from finding_event as event
        where event.account_id = finding.account_id and event.finding_id = finding.id and kind <> 'changed' order by event.id) as changes
    from finding join resource on (resource.account_id, resource.id) = (finding.account_id, finding.resource_id)`.execute(
    db,
  );
  return new Map(rows.map(({ key, ...finding }) => [key, finding]));
}

/** Versions before the newest, and whether it is gone, by resource. */
export async function storedResources(db: Db) {
  const { rows } = await sql<{ id: string; versions: number; isGone: boolean }>`
    select external_id as id, deleted_at is not null as "isGone",
      (select count(*) from resource_version as version where version.resource_id = resource.id) as versions
    from resource`.execute(db);
  return new Map(rows.map(({ id, ...resource }) => [id, resource]));
}

/** Counted outcomes by scan and outcome, over all rules. */
export async function storedOutcomes(db: Db) {
  const { rows } = await sql<{ key: string; n: number }>`
    select scan_id || ' ' || outcome as key, sum(n)::int as n from scan_rollup group by 1`.execute(db);
  return new Map(rows.map(({ key, n }) => [key, n]));
}

/** What contradicts itself in the store; empty when all is well. Each row says what, and of what. */
export async function contradictions(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ what: string }>`
    with counted as (
      select account_id, region, service, resource_type, rule_key, severity, result, count(*)::int as n
      from finding group by 1, 2, 3, 4, 5, 6, 7)
    select 'finding_count differs from the findings: ' || coalesce(counted.rule_key, kept.rule_key) as what
      from counted full join finding_count as kept using (account_id, region, service, resource_type, rule_key, severity, result)
      where counted.n is distinct from kept.n
    union all select 'a resource is still staged: ' || id from stage_resource
    union all select 'a finding is still staged: ' || id from stage_finding
    union all select 'the events of a scan are not 1 to its sequence: ' || scan.id from scan
      where event_sequence <> (select count(*) from scan_event where scan_id = scan.id)
        or event_sequence <> (select coalesce(max(sequence), 0) from scan_event where scan_id = scan.id)
    union all select 'a scan does not end with one finish: ' || scan.id from scan
      where finished_at is not null and array[event_sequence] <> array(
        select sequence from scan_event where scan_id = scan.id and kind = 'finished')
    union all select 'a scan has ended and its part has not, or the other way round: ' || scan.id
      from scan join scan_account as part on part.scan_id = scan.id
      where (scan.finished_at is null) <> (part.finished_at is null) or (scan.finished_at is null) <> (scan.status in ('QUEUED', 'RUNNING'))
    union all select 'a finding changed twice in one scan: ' || finding_id
      from finding_event group by finding_id, scan_id having count(*) > 1`.execute(db);
  return rows.map(({ what }) => what);
}
