import { Field, ID, ObjectType } from 'type-graphql';
import { UserError } from '../../graphql/user-error.ts';
import { Account } from './account.type.ts';

@ObjectType({ description: 'Answer to a change of an account.' })
export class AccountPayload {
  @Field(() => Account, { nullable: true, description: 'The account.' })
  account: Account | null;

  @Field(() => [UserError], { description: 'What to put right.' })
  errors: readonly UserError[];
}

@ObjectType({ description: 'Answer to a removal.' })
export class RemovePayload {
  @Field(() => ID, { nullable: true, description: 'Id of what went.' })
  removedId: string | null;

  @Field(() => [UserError], { description: 'What to put right.' })
  errors: readonly UserError[];
}
