import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: "How to look by hand, with nothing but the cloud's own tools." })
export class Audit {
  @Field(() => [String], { description: "Steps in the vendor's console (Markdown)." })
  console: readonly string[];

  @Field(() => String, { description: 'Commands that only read.' })
  cli: string;

  @Field(() => String, { description: 'What the commands answer where all is well (Markdown).' })
  good: string;
}
