import type { Suggestion as Offered } from '@plumbline/query';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'What may stand in a query.' })
export class Suggestion implements Offered {
  @Field(() => String, { description: 'What to put in.' })
  insert: string;

  @Field(() => String, { description: 'What it means, in a few words; empty where it speaks for itself.' })
  about: string;

  @Field(() => Int, {
    nullable: true,
    description: 'How many findings that the rest of the query finds have it; null where that is not known.',
  })
  count: number | null;
}

@ObjectType({ description: 'What may stand at a place of a query.' })
export class Completion {
  @Field(() => Int, { description: 'Offset of the first character to put a suggestion in place of.' })
  start: number;

  @Field(() => Int, { description: 'Offset after the last character to put a suggestion in place of.' })
  end: number;

  @Field(() => [Suggestion], { description: 'The most likely first, at most 12.' })
  suggestions: readonly Suggestion[];
}
