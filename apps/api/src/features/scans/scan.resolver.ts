import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { pageCost } from '../../graphql/cost.ts';
import { SeverityCounts } from '../../graphql/severity.ts';
import { Account } from '../accounts/account.type.ts';
import { CoverageGap } from './coverage-gap.type.ts';
import { ResultCounts } from './result-counts.type.ts';
import { ScanEventPage } from './scan-event.type.ts';
import { ScanProgress } from './scan-progress.type.ts';
import { CancelScanInput, ScanEventsArgs, ScansArgs, StartScanInput } from './scan.args.ts';
import { CancelScanPayload, StartScanPayload } from './scan.payload.ts';
import { Scan, ScanPage } from './scan.type.ts';

const START_SCAN = `Starts a scan and answers at once; \`waitSeconds\` (0 to 120) holds the answer until it is done, which suits a playground:

    mutation { startScan(input: {accounts: ["demo"], services: ["s3"], waitSeconds: 60}) {
      completed scan { id status severityCounts { critical high } gaps { service message } }
      errors { code message hint } } }`;

@Resolver(() => Scan)
export class ScanResolver {
  @Query(() => ScanPage, {
    description: 'Scans, newest first; rechecks of single findings are left out.',
    complexity: pageCost,
  })
  scans(@Args(() => ScansArgs) args: ScansArgs, @Ctx() { scans }: Context): Promise<ScanPage> {
    return scans.page(args);
  }

  @Query(() => Scan, { nullable: true, description: 'One scan. `latest` works as id.' })
  scan(
    @Arg('id', () => ID, { description: 'Id, or `latest`.' }) id: string,
    @Ctx() { scans }: Context,
  ): Promise<Scan | null> {
    return scans.find(id);
  }

  @Mutation(() => StartScanPayload, { description: START_SCAN, complexity: 50 })
  startScan(
    @Arg('input', () => StartScanInput, { description: 'What to scan.' }) input: StartScanInput,
    @Ctx() { scanControl }: Context,
  ): Promise<StartScanPayload> {
    return scanControl.start(input);
  }

  @Mutation(() => CancelScanPayload, {
    description: 'Stops a scan; what was found stays, and the scan ends as CANCELLED.',
    complexity: 10,
  })
  cancelScan(
    @Arg('input', () => CancelScanInput, { description: 'Which one.' }) input: CancelScanInput,
    @Ctx() { scanControl }: Context,
  ): Promise<CancelScanPayload> {
    return scanControl.cancel(input);
  }

  @FieldResolver(() => [Account], { description: 'Accounts.' })
  accounts(@Root() scan: Scan, @Ctx() { scans }: Context): Promise<readonly Account[]> {
    return scans.accountsOf(scan);
  }

  @FieldResolver(() => ScanProgress, { description: 'How far it is.' })
  progress(@Root() scan: Scan, @Ctx() { scans }: Context): Promise<ScanProgress> {
    return scans.progressOf(scan);
  }

  @FieldResolver(() => ResultCounts, { description: 'Results so far.', complexity: 2 })
  results(@Root() scan: Scan, @Ctx() { scans }: Context): Promise<ResultCounts> {
    return scans.resultsOf(scan);
  }

  @FieldResolver(() => SeverityCounts, { description: 'Failing findings by severity so far.', complexity: 2 })
  severityCounts(@Root() scan: Scan, @Ctx() { scans }: Context): Promise<SeverityCounts> {
    return scans.severitiesOf(scan);
  }

  @FieldResolver(() => [CoverageGap], {
    description: 'What could not be read. A scan with gaps ends as PARTIAL, never as SUCCEEDED.',
    complexity: 5,
  })
  gaps(@Root() scan: Scan, @Ctx() { scans }: Context): Promise<readonly CoverageGap[]> {
    return scans.gapsOf(scan);
  }

  @FieldResolver(() => ScanEventPage, {
    description: 'Log, oldest first; poll with `after` where a subscription is not at hand.',
    complexity: pageCost,
  })
  events(
    @Root() scan: Scan,
    @Args(() => ScanEventsArgs) args: ScanEventsArgs,
    @Ctx() { scanEvents }: Context,
  ): Promise<ScanEventPage> {
    return scanEvents.page(scan, args);
  }
}

@Resolver(() => CoverageGap)
export class CoverageGapResolver {
  @FieldResolver(() => Account, { description: 'Account.' })
  account(@Root() { accountKey }: CoverageGap, @Ctx() { accounts }: Context): Promise<Account> {
    return accounts.get(accountKey);
  }
}
