import { sql, type RawBuilder } from 'kysely';
import { isWhole } from '../../store/whole-scans.ts';
import { kindsOf } from './finding-delta.ts';
import type { DiffCondition } from './finding-criteria.ts';
import type { FindingDelta } from './finding.enums.ts';

/** Whether `f` has one of these deltas. A merge gives its events and its coverage one time. */
export function hasDelta(deltas: readonly FindingDelta[]): RawBuilder<boolean> {
  const hasChanged = sql<boolean>`exists (
    select from scan_coverage c
    where c.account_id = f.account_id and c.region = f.region and c.rule_key = f.rule_key and f.last_change_at >= c.at)`;
  const changedSo = sql<boolean>`(f.last_change = any(${kindsOf(deltas)}::text[]) and ${hasChanged})`;
  return deltas.includes('unchanged') ? sql`(${changedSo} or not ${hasChanged})` : changedSo;
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

/** Looked up as one list, made once: without the `offset` the planner may make it anew for each finding. */
function isAmong(findings: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`exists (select from (${findings} offset 0) chosen where chosen.account_id = f.account_id and chosen.finding_id = f.id)`;
}
