import { SEVERITIES, type Severity } from '@plumbline/rules';
import { Field, Int, ObjectType } from 'type-graphql';
import { graphqlEnum } from './enum.ts';

export const SeverityEnum = graphqlEnum('Severity', 'How bad it is. CRITICAL is highest.', SEVERITIES, {
  critical: 'Anyone on the internet, or any one slip, could cost the account or its data.',
  high: 'A large step on the way to a breach.',
  medium: 'It helps an attacker who is already inside, or weakens a defence.',
  low: 'Good practice that is not followed.',
  info: 'Worth knowing.',
});

/** A severity as the store has it: 1 (critical) to 5 (info). */
export function rankOf(severity: Severity): number {
  return SEVERITIES.indexOf(severity) + 1;
}

export function severityOf(rank: number): Severity {
  return SEVERITIES[rank - 1] ?? 'info';
}

@ObjectType({ description: 'Counts by severity. Cheap: prefer it to paging.' })
export class SeverityCounts implements Readonly<Record<Severity, number>> {
  @Field(() => Int, { description: 'Critical.' })
  critical = 0;

  @Field(() => Int, { description: 'High.' })
  high = 0;

  @Field(() => Int, { description: 'Medium.' })
  medium = 0;

  @Field(() => Int, { description: 'Low.' })
  low = 0;

  @Field(() => Int, { description: 'Informational.' })
  info = 0;

  @Field(() => Int, { description: 'All of them.' })
  total(): number {
    return this.critical + this.high + this.medium + this.low + this.info;
  }

  /** @param counts by rank, as the store has severities */
  static of(counts: readonly { readonly severity: number; readonly n: number }[]): SeverityCounts {
    const result = new SeverityCounts();
    for (const { severity, n } of counts) result[severityOf(severity)] += n;
    return result;
  }

  static sum(all: readonly SeverityCounts[]): SeverityCounts {
    const result = new SeverityCounts();
    for (const counts of all) for (const severity of SEVERITIES) result[severity] += counts[severity];
    return result;
  }
}
