import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Part of the estate. All of it when left out or empty.' })
export class ScopeInput {
  @Field(() => [ID], {
    nullable: true,
    description: "Account ids, or the clouds' own ids; `demo` for the demo account.",
  })
  account?: string[] | null;
}
