import { Field, InputType, Int } from 'type-graphql';
import { badUserInput } from './errors.ts';
import { DateTime } from './scalars.ts';

@InputType({ description: 'A range of time. An empty side is open.' })
export class TimeRange {
  @Field(() => DateTime, { nullable: true, description: 'From this moment, included.' })
  from?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Up to this moment, excluded.' })
  to?: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The last N days up to now, 1 to 36500; not together with from or to.',
  })
  lastDays?: number | null;
}

/** Moments from which (included) and up to which (excluded); `null` is no limit. */
export interface Moments {
  readonly from: Date | null;
  readonly to: Date | null;
}

/** @throws GraphQLError when `lastDays` is out of range, or given together with `from` or `to` */
export function momentsOf({ from, to, lastDays }: TimeRange, now: Date): Moments {
  if (lastDays === null || lastDays === undefined) return { from: from ?? null, to: to ?? null };
  if (from || to) throw badUserInput('A time range takes `lastDays`, or `from` and `to`; found both.');
  if (lastDays < 1 || lastDays > 36_500) throw badUserInput(`\`lastDays\` is 1 to 36500, found ${lastDays}.`);
  return { from: hoursBefore(now, lastDays * 24), to: null };
}

export function hoursBefore(moment: Date, hours: number): Date {
  return new Date(moment.getTime() - hours * 3_600_000);
}
