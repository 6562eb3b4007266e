const DAY = 86_400_000;

/** Days from a time that AWS tells to the snapshot's; `null` where there is no such time. */
export function daysSince(time: string | undefined, now: Date): number | null {
  const from = Date.parse(time ?? '');
  return Number.isNaN(from) ? null : (now.getTime() - from) / DAY;
}
