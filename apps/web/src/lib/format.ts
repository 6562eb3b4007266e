// The interface speaks English, so its numbers and dates do too, whatever the browser's language.
const counts = new Intl.NumberFormat('en');
const scores = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const onePlace = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const exact = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'long' });
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

const UNITS = [
  { unit: 'second', seconds: 1, below: 60 },
  { unit: 'minute', seconds: 60, below: 3600 },
  { unit: 'hour', seconds: 3600, below: 86_400 },
  { unit: 'day', seconds: 86_400, below: 30 * 86_400 },
  { unit: 'month', seconds: 30.44 * 86_400, below: 365.25 * 86_400 },
  { unit: 'year', seconds: 365.25 * 86_400, below: Infinity },
] as const;

export function formatCount(count: number): string {
  return counts.format(count);
}

/** `1 finding`, `1,204 findings`. */
export function formatNumberOf(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** One decimal, rounded down: 100 is only what is 100. */
export function formatScore(score: number): string {
  return scores.format(Math.floor(score * 10 + 1e-9) / 10);
}

/** Points of a score: `3.2`, and `<0.1` where it is less than that, but not nothing. */
export function formatPoints(points: number): string {
  return points > 0 && points < 0.05 ? '<0.1' : onePlace.format(points);
}

/** Points that something brings: `+3.2`. */
export function formatGain(points: number): string {
  return `+${formatPoints(points)}`;
}

export function formatExactTime(at: string): string {
  return exact.format(new Date(at));
}

/** `3 minutes ago`, `yesterday`; under ten seconds `just now`. */
export function formatRelativeTime(at: string, now: number): string {
  const seconds = (Date.parse(at) - now) / 1000;
  const distance = Math.abs(seconds);
  if (distance < 10) return 'just now';
  const { unit, seconds: size } = UNITS.find(({ below }) => distance < below) ?? UNITS[0];
  return relative.format(Math.trunc(seconds / size), unit);
}

/** Time between two moments: `0.4 s`, `12 s`, `3 min 5 s`, `2 h 10 min`. */
export function formatDuration(from: string, to: string): string {
  const seconds = Math.max(0, (Date.parse(to) - Date.parse(from)) / 1000);
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.floor(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${Math.floor(seconds % 60)} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
