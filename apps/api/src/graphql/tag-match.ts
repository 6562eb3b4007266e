import { Field, InputType } from 'type-graphql';

@InputType({ description: 'A tag to look for. Upper and lower case differ.' })
export class TagMatch {
  @Field(() => String, { description: 'Tag key.' })
  key: string;

  @Field(() => String, { nullable: true, description: 'Tag value; any when left out.' })
  value?: string | null;
}
