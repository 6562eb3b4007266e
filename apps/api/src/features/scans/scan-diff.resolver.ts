import { Arg, Args, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { pageCost } from '../../graphql/cost.ts';
import { PageArgs } from '../../graphql/page-args.ts';
import { FindingPage } from '../findings/finding.page.ts';
import { ScanDiff } from './scan-diff.type.ts';
import { Scan } from './scan.type.ts';

@Resolver(() => Scan)
export class ScanWithDiffResolver {
  @FieldResolver(() => ScanDiff, {
    nullable: true,
    description: 'Differences to an earlier scan; null while this one has not ended.',
    complexity: 20,
  })
  diff(
    @Arg('to', () => ID, { nullable: true, description: 'The earlier scan; the one before when left out.' })
    to: string | null | undefined,
    @Root() scan: Scan,
    @Ctx() { scanDiffs }: Context,
  ): Promise<ScanDiff | null> {
    return scanDiffs.of(scan, to);
  }
}

@Resolver(() => ScanDiff)
export class ScanDiffResolver {
  @FieldResolver(() => FindingPage, { description: 'New failures, worst first.', complexity: pageCost })
  new(
    @Args(() => PageArgs) args: PageArgs,
    @Root() diff: ScanDiff,
    @Ctx() { scanDiffs }: Context,
  ): Promise<FindingPage> {
    return scanDiffs.findings(diff, 'new', args);
  }

  @FieldResolver(() => FindingPage, { description: 'Failures that are gone.', complexity: pageCost })
  resolved(
    @Args(() => PageArgs) args: PageArgs,
    @Root() diff: ScanDiff,
    @Ctx() { scanDiffs }: Context,
  ): Promise<FindingPage> {
    return scanDiffs.findings(diff, 'resolved', args);
  }

  @FieldResolver(() => FindingPage, { description: 'Failures that are back again.', complexity: pageCost })
  reappeared(
    @Args(() => PageArgs) args: PageArgs,
    @Root() diff: ScanDiff,
    @Ctx() { scanDiffs }: Context,
  ): Promise<FindingPage> {
    return scanDiffs.findings(diff, 'reappeared', args);
  }

  @FieldResolver(() => FindingPage, {
    description: 'Failures that read otherwise, or could not be looked at again.',
    complexity: pageCost,
  })
  changed(
    @Args(() => PageArgs) args: PageArgs,
    @Root() diff: ScanDiff,
    @Ctx() { scanDiffs }: Context,
  ): Promise<FindingPage> {
    return scanDiffs.findings(diff, 'changed', args);
  }
}
