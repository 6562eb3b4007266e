/** How long ago a finding was first seen: longer ago than so many hours, or less long. */
export interface Age {
  readonly longer: boolean;
  readonly hours: number;
}

const HOURS = { h: 1, d: 24, w: 168 } as const;
const AGE = /^([<>])=?0*(\d{1,4})([hdw])$/;

/** An age as a filter writes it, `>30d`; `null` for what is none. */
export function normalAge(text: string): string | null {
  const [, sign, count, unit] = AGE.exec(text.toLowerCase()) ?? [];
  return sign && count && unit ? `${sign}${count}${unit}` : null;
}

/** @param value of a clause */
export function ageOf(value: string): Age {
  const [, sign, count, unit] = AGE.exec(value) ?? [];
  return { longer: sign === '>', hours: Number(count) * HOURS[unit as keyof typeof HOURS] };
}

/** What holds of just those findings of which the age does not. */
export function otherAge(value: string): string {
  return (value.startsWith('>') ? '<' : '>') + value.slice(1);
}
