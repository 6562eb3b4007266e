import 'reflect-metadata';
import { createPubSub } from '@graphql-yoga/subscription';
import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { AccountResolver } from './features/accounts/account.resolver.ts';
import { EvidenceItemResolver, FindingPageResolver, FindingResolver } from './features/findings/finding.resolver.ts';
import {
  FindingGroupPageResolver,
  FindingGroupResolver,
  FindingGroupsResolver,
} from './features/findings/finding-group.resolver.ts';
import { SuggestionResolver } from './features/findings/suggestion.resolver.ts';
import { TimelineEventResolver, TimelineResolver } from './features/findings/timeline.resolver.ts';
import { FrameworkResolver, FrameworkSectionResolver } from './features/frameworks/framework.resolver.ts';
import {
  RequirementResolver,
  RequirementResultResolver,
  RuleRequirementsResolver,
  RuleResultResolver,
} from './features/frameworks/requirement.resolver.ts';
import { NodeResolver } from './features/nodes/node.resolver.ts';
import { AccountPostureResolver, PostureResolver, TopActionResolver } from './features/posture/posture.resolver.ts';
import { DiffScoreResolver, TrendResolver } from './features/posture/trend.resolver.ts';
import { ResourceHistoryResolver } from './features/resources/resource-history.resolver.ts';
import { ResourcePageResolver, ResourceResolver } from './features/resources/resource.resolver.ts';
import { RulePageResolver, RuleResolver } from './features/rules/rule.resolver.ts';
import { RecheckResolver } from './features/scans/recheck.resolver.ts';
import { ScanDiffResolver, ScanWithDiffResolver } from './features/scans/scan-diff.resolver.ts';
import { ScanEventResolver, ScanFindingsResolver, ScanFinishedResolver } from './features/scans/scan-event.resolver.ts';
import { CoverageGapResolver, ScanResolver } from './features/scans/scan.resolver.ts';
import { ServerInfoResolver } from './features/server-info/server-info.resolver.ts';

export async function makeSchema(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers: [
      AccountPostureResolver,
      AccountResolver,
      CoverageGapResolver,
      DiffScoreResolver,
      EvidenceItemResolver,
      FindingGroupPageResolver,
      FindingGroupResolver,
      FindingGroupsResolver,
      FindingPageResolver,
      FindingResolver,
      FrameworkResolver,
      FrameworkSectionResolver,
      NodeResolver,
      PostureResolver,
      RecheckResolver,
      RequirementResolver,
      RequirementResultResolver,
      ResourceHistoryResolver,
      ResourcePageResolver,
      ResourceResolver,
      RulePageResolver,
      RuleRequirementsResolver,
      RuleResolver,
      RuleResultResolver,
      ScanDiffResolver,
      ScanEventResolver,
      ScanFindingsResolver,
      ScanFinishedResolver,
      ScanResolver,
      ScanWithDiffResolver,
      ServerInfoResolver,
      SuggestionResolver,
      TimelineEventResolver,
      TimelineResolver,
      TopActionResolver,
      TrendResolver,
    ],
    validate: false,
    // Events come from the scan runner; TypeGraphQL builds no subscription without this.
    pubSub: createPubSub(),
  });
  // TypeGraphQL has no place for these.
  describe(schema.getQueryType(), 'Reads.');
  describe(schema.getMutationType(), 'Changes.');
  describe(schema.getSubscriptionType(), 'Live updates, over WebSocket (graphql-transport-ws).');
  return schema;
}

function describe(type: GraphQLObjectType | null | undefined, description: string): void {
  if (type) type.description = description;
}
