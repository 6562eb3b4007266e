import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { pageCost } from '../../graphql/cost.ts';
import { SeverityCounts } from '../../graphql/severity.ts';
import { Scan } from '../scans/scan.type.ts';
import { AccountsArgs, AddAccountInput, RemoveAccountInput, UpdateAccountInput } from './account.args.ts';
import { AccountPayload, RemovePayload } from './account.payload.ts';
import { Account, AccountConnectionPage } from './account.type.ts';

@Resolver(() => Account)
export class AccountResolver {
  @Query(() => AccountConnectionPage, { description: 'Accounts, by name.', complexity: pageCost })
  accounts(@Args(() => AccountsArgs) args: AccountsArgs, @Ctx() { accounts }: Context): Promise<AccountConnectionPage> {
    return accounts.page(args);
  }

  @Query(() => Account, { nullable: true, description: "One account by id or the cloud's own id." })
  account(
    @Arg('id', () => ID, { description: "Id, the cloud's own id, or `demo`." }) id: string,
    @Ctx() { accounts }: Context,
  ): Promise<Account | null> {
    return accounts.find(id);
  }

  @Mutation(() => AccountPayload, { description: 'Adds an account and checks its snapshot.', complexity: 20 })
  addAccount(
    @Arg('input', () => AddAccountInput, { description: 'The account.' }) input: AddAccountInput,
    @Ctx() { accountEditor }: Context,
  ): Promise<AccountPayload> {
    return accountEditor.add(input);
  }

  @Mutation(() => AccountPayload, { description: 'Changes an account.', complexity: 20 })
  updateAccount(
    @Arg('input', () => UpdateAccountInput, { description: 'The change.' }) input: UpdateAccountInput,
    @Ctx() { accountEditor }: Context,
  ): Promise<AccountPayload> {
    return accountEditor.update(input);
  }

  @Mutation(() => RemovePayload, { description: 'Removes an account and all that hangs on it.', complexity: 20 })
  removeAccount(
    @Arg('input', () => RemoveAccountInput, { description: 'The account.' }) input: RemoveAccountInput,
    @Ctx() { accountEditor }: Context,
  ): Promise<RemovePayload> {
    return accountEditor.remove(input);
  }

  @FieldResolver(() => Scan, { nullable: true, description: 'Newest finished scan.' })
  lastScan(@Root() { key }: Account, @Ctx() { scans }: Context): Promise<Scan | null> {
    return scans.lastOf(key);
  }

  @FieldResolver(() => SeverityCounts, { description: 'Open findings by severity.', complexity: 5 })
  openFindings(@Root() { key }: Account, @Ctx() { findings }: Context): Promise<SeverityCounts> {
    return findings.openOfAccount(key);
  }

  @FieldResolver(() => Int, { description: 'Number of resources in the inventory.', complexity: 2 })
  resourceCount(@Root() { key }: Account, @Ctx() { accounts }: Context): Promise<number> {
    return accounts.resourceCount(key);
  }
}
