import { sql, type RawBuilder } from 'kysely';
import { isWhole } from '../../store/whole-scans.ts';
import type { FindingEventTable } from '../../store/tables.ts';
import type { DiffCondition } from './finding-criteria.ts';
import type { FindingDelta } from './finding.enums.ts';

type Kind = FindingEventTable['kind'];

const KINDS: Readonly<Record<Exclude<FindingDelta, 'unchanged'>, readonly Kind[]>> = {
  new: ['detected', 'became-unknown'],
  reappeared: ['reopened'],
  changed: ['changed', 'went-stale'],
  resolved: ['resolved'],
};

/** What an event, the newest since a finding was covered, makes of it. */
export function deltaOf(kind: Kind | null): FindingDelta {
  const deltas = Object.keys(KINDS) as (keyof typeof KINDS)[];
  return deltas.find((delta) => kind !== null && KINDS[delta].includes(kind)) ?? 'unchanged';
}

/** Whether `f` has one of these deltas. */
export function hasDelta(deltas: readonly FindingDelta[]): RawBuilder<boolean> {
  const kinds = deltas.flatMap((delta) => (delta === 'unchanged' ? [] : KINDS[delta]));
  const changedSo = isAmong(newestEvents(sql`e.kind = any(${kinds}::text[])`));
  if (!deltas.includes('unchanged')) return changedSo;
  return sql`(${changedSo} or not ${isAmong(newestEvents(sql`true`))})`;
}

/**
 * The newest event of each finding that has one since the newest scan that covered its rule and region. A merge gives its events and
 * its coverage one time.
 */
function newestEvents(condition: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select e.account_id, e.finding_id from finding_event e
    join finding subject on subject.account_id = e.account_id and subject.id = e.finding_id
    join scan_coverage c on c.account_id = subject.account_id and c.region = subject.region and c.rule_key = subject.rule_key
    where e.at >= c.at and e.at >= (select min(at) from scan_coverage) and ${condition} and not exists (
      select from finding_event newer
      where newer.account_id = e.account_id and newer.finding_id = e.finding_id and newer.id > e.id)`;
}

/** Whether `f` failed at the end of one scan and not of the other, or otherwise. Events between the two tell. */
export function isInDiff({ change, from, to }: DiffCondition): RawBuilder<boolean> {
  const began = from === null ? previousEnd : sql`earlier.finished_at`;
  const setsState = sql`filter (where e.kind in ('detected', 'reopened', 'resolved', 'became-unknown'))`;
  return isAmong(sql`
    select account_id, finding_id from (
      select *, coalesce(first_state = 'resolved', true) and before is distinct from 'became-unknown' as failed
      from (
        select e.account_id, e.finding_id, array_agg(e.kind) as kinds,
          (array_agg(e.kind order by e.id) ${setsState})[1] as first_state,
          (array_agg(e.kind order by e.id desc) ${setsState})[1] as last_state,
          (select p.kind from finding_event p
            where p.account_id = e.account_id and p.finding_id = e.finding_id and p.id < min(e.id)
              and p.kind in ('detected', 'reopened', 'resolved', 'became-unknown')
            order by p.id desc limit 1) as before
        from scan_account later
        ${from === null ? sql`` : sql`join scan_account earlier on earlier.account_id = later.account_id and earlier.scan_id = ${from}`}
        join finding_event e on e.account_id = later.account_id and e.at <= later.finished_at
          and e.at > coalesce(${began}, '-infinity')
        where later.scan_id = ${to} and later.status in ('SUCCEEDED', 'PARTIAL')
        group by e.account_id, e.finding_id
      ) window_events
    ) net where ${CHANGES[change]}`);
}

/** When the scan before ended, of the same account. */
const previousEnd = sql`(
  select max(p.finished_at) from scan_account p join scan s on s.id = p.scan_id
  where p.account_id = later.account_id and p.scan_id <> later.scan_id and p.status in ('SUCCEEDED', 'PARTIAL')
    and p.finished_at < later.finished_at and ${isWhole})`;

const failsNow = sql`(coalesce(last_state in ('detected', 'reopened'), failed))`;

const CHANGES: Readonly<Record<DiffCondition['change'], RawBuilder<boolean>>> = {
  new: sql`not failed and ${failsNow} and 'detected' = any(kinds)`,
  reappeared: sql`not failed and ${failsNow} and not 'detected' = any(kinds)`,
  changed: sql`failed and ${failsNow} and kinds && array['changed', 'went-stale']`,
  resolved: sql`failed and last_state = 'resolved'`,
};

function isAmong(findings: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`exists (select from (${findings}) chosen where chosen.account_id = f.account_id and chosen.finding_id = f.id)`;
}
