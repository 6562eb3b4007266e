import { Field, Int, ObjectType } from 'type-graphql';
import { badUserInput } from './errors.ts';
import { LIMITS } from './limits.ts';

@ObjectType({ description: 'Number of items for one value of a field.' })
export class FacetValue {
  @Field(() => String, { description: 'The value to put into the filter.' })
  value: string;

  @Field(() => String, { description: 'What to show.' })
  label: string;

  @Field(() => Int, {
    description:
      "How many items have it. The facet's own filter is left out, so the count tells what a click would give.",
  })
  count: number;

  @Field(() => Boolean, { description: 'True when the filter in force has it.' })
  selected: boolean;
}

@ObjectType({ description: 'Counts for one field.' })
export class Facet {
  @Field(() => String, { description: 'Name of the filter field, for example severity.' })
  field: string;

  @Field(() => [FacetValue], { description: 'Most frequent values first.' })
  values: readonly FacetValue[];

  @Field(() => Int, { description: 'Number of further values that were left out.' })
  otherValues: number;
}

export const DEFAULT_FACET_LIMIT = 50;

/** How many values of a facet to give, as asked for. */
export function facetLimit(limit: number | null): number {
  const values = limit ?? DEFAULT_FACET_LIMIT;
  if (values < 0 || values > LIMITS.maxPageSize)
    throw badUserInput(`\`limit\` is 0 to ${LIMITS.maxPageSize} values of a facet, found ${values}.`);
  return values;
}
