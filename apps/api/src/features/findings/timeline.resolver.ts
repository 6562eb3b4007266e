import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { pageCost } from '../../graphql/cost.ts';
import { globalId } from '../../graphql/global-id.ts';
import { PageArgs } from '../../graphql/page-args.ts';
import { Json } from '../../graphql/scalars.ts';
import { Scan } from '../scans/scan.type.ts';
import { Finding } from './finding.type.ts';
import { TimelineEvent, TimelinePage } from './timeline.type.ts';

@Resolver(() => Finding)
export class TimelineResolver {
  @FieldResolver(() => TimelinePage, {
    description: 'Everything that happened to it, newest first, as far as that is kept.',
    complexity: pageCost,
  })
  timeline(
    @Args(() => PageArgs) args: PageArgs,
    @Root() finding: Finding,
    @Ctx() { timelines }: Context,
  ): Promise<TimelinePage> {
    return timelines.page(finding, args);
  }
}

@Resolver(() => TimelineEvent)
export class TimelineEventResolver {
  @FieldResolver(() => Scan, { nullable: true, description: 'Scan behind it; null once that is no longer kept.' })
  scan(@Root() { scanKey }: TimelineEvent, @Ctx() { scans }: Context): Promise<Scan | null> {
    return scans.find(globalId('scan', scanKey));
  }

  @FieldResolver(() => Json, {
    nullable: true,
    description: 'Change of the configuration that came with it, as a JSON Patch (RFC 6902).',
    complexity: 3,
  })
  configPatch(@Root() { resourceKey, at }: TimelineEvent, @Ctx() { resourceHistory }: Context): Promise<unknown> {
    return resourceHistory.changeAt(resourceKey, at);
  }
}
