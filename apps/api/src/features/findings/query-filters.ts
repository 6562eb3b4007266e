import { ageOf, daysOf, type Clause, type Filter } from '@plumbline/query';
import { hoursBefore, type TimeRange } from '../../graphql/time-range.ts';
import type { OutcomeStatus, Severity } from '@plumbline/rules';
import type { TagMatch } from '../../graphql/tag-match.ts';
import type { FindingExclusion, FindingFilter } from './finding-filter.args.ts';

/** What a query asks for: filters that must all hold. */
export function queryFilters(filter: Filter, now: Date): readonly FindingFilter[] {
  return filter.map((clause) => (clause.negated ? { not: traitsOf(clause, now) } : traitsOf(clause, now)));
}

function traitsOf({ key, values: given }: Clause, now: Date): FindingExclusion {
  const values = [...given];
  const [value = ''] = values;
  switch (key) {
    case null:
      return { text: value };
    case 'severity':
      return { severity: values as Severity[] };
    case 'result':
      return { result: values.includes('any') ? [] : (values as OutcomeStatus[]) };
    case 'type':
      return { resourceType: values };
    case 'tag':
      return { tag: values.map(tagMatch) };
    case 'age':
      return { firstSeen: ageRange(value, now) };
    case 'first-seen':
      return { firstSeen: dayRange(value) };
    case 'resolved':
      return { resolved: dayRange(value) };
    case 'is':
      return { stale: true };
    default:
      return { [key]: values };
  }
}

function tagMatch(text: string): TagMatch {
  const at = text.indexOf('=');
  return at === -1 ? { key: text } : { key: text.slice(0, at), value: text.slice(at + 1) };
}

function ageRange(value: string, now: Date): TimeRange {
  const { longer, hours } = ageOf(value);
  const then = hoursBefore(now, hours);
  return longer ? { to: then } : { from: then };
}

function dayRange(value: string): TimeRange {
  const { from, to } = daysOf(value);
  return { from: from === null ? null : new Date(from), to: to === null ? null : new Date(to) };
}
