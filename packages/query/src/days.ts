/** Days in UTC, as `2026-01-31`: from the first included up to the second excluded; `null` is no limit. */
export interface Days {
  readonly from: string | null;
  readonly to: string | null;
}

const DAYS = /^(>=|<=|>|<)?(\d{4}-\d\d-\d\d)$/;
const RANGE = /^(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$/;

/** Days as a filter writes them: a day, `first..last`, `>=day` or `<day`; `null` for what are none. */
export function normalDays(text: string): string | null {
  const days = readDays(text);
  if (!days || (days.from !== null && days.to !== null && days.from >= days.to)) return null;
  return days && printDays(days);
}

/** @param value of a clause */
export function daysOf(value: string): Days {
  return readDays(value) ?? { from: null, to: null };
}

function readDays(text: string): Days | null {
  const [, first, last] = RANGE.exec(text) ?? [];
  if (first && last) return isDay(first) && isDay(last) ? { from: first, to: after(last, 1) } : null;
  const [, sign, day] = DAYS.exec(text) ?? [];
  if (!day || !isDay(day)) return null;
  switch (sign) {
    case '>':
      return { from: after(day, 1), to: null };
    case '>=':
      return { from: day, to: null };
    case '<':
      return { from: null, to: day };
    case '<=':
      return { from: null, to: after(day, 1) };
    default:
      return { from: day, to: after(day, 1) };
  }
}

function printDays({ from, to }: Days): string {
  if (from === null) return `<${to}`;
  if (to === null) return `>=${from}`;
  const last = after(to, -1);
  return last === from ? from : `${from}..${last}`;
}

/** A day of the calendar, in the years of the cloud. */
function isDay(text: string): boolean {
  return text >= '2000' && text < '3000' && after(text, 0) === text;
}

function after(day: string, days: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
}
