import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { PageArgs } from '../../graphql/page-args.ts';
import { CloudProviderEnum, type CloudProvider } from '../../graphql/provider.ts';

@InputType({ description: 'Which accounts. Values of one list are OR-ed, fields AND-ed.' })
export class AccountFilter {
  @Field(() => [ID], { nullable: true, description: "Ids, or the clouds' own ids; `demo` for the demo account." })
  ids?: string[] | null;

  @Field(() => String, { nullable: true, description: "Text in the name or the cloud's own id." })
  text?: string | null;
}

@ArgsType()
export class AccountsArgs extends PageArgs {
  @Field(() => AccountFilter, { nullable: true, description: 'Which accounts; all when left out.' })
  filter?: AccountFilter | null;
}

@InputType({ description: 'An account to add, read from a recorded snapshot.' })
export class AddAccountInput {
  @Field(() => CloudProviderEnum, { description: 'Cloud.' })
  provider: CloudProvider;

  @Field(() => String, { nullable: true, description: "Name to show; the cloud's own id when left out." })
  name?: string | null;

  @Field(() => [String], { nullable: true, description: 'Regions to scan; all that the snapshot has when left out.' })
  regions?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'A recorded snapshot: `s3://bucket/key`, a file name inside the directory of snapshots this server may read, or `fixture:acme-production` for a made-up account that is shipped with it.',
  })
  snapshot?: string | null;
}

@InputType({ description: 'A change to an account. What is left out stays.' })
export class UpdateAccountInput {
  @Field(() => ID, { description: 'Account.' })
  id: string;

  @Field(() => String, { nullable: true, description: 'Name.' })
  name?: string | null;

  @Field(() => [String], { nullable: true, description: 'Regions to scan; [] for all that the snapshot has.' })
  regions?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Where its snapshot lies now. It must be of the same account.' })
  snapshot?: string | null;
}

@InputType({ description: 'An account to remove.' })
export class RemoveAccountInput {
  @Field(() => ID, { description: 'Account.' })
  id: string;

  @Field(() => String, { description: 'Its name, typed by a person.' })
  confirmName: string;
}
