import { Field, Int, ObjectType } from 'type-graphql';
import { CloudProviderEnum, type CloudProvider } from '../../graphql/provider.ts';

@ObjectType({ description: 'Limits in force.' })
export class ApiLimits {
  @Field(() => Int, { description: 'Depth of an operation.' })
  maxDepth: number;

  @Field(() => Int, { description: 'Points of an operation.' })
  maxCost: number;

  @Field(() => Int, { description: 'Items of a page.' })
  maxPageSize: number;

  @Field(() => Int, { description: 'Aliases.' })
  maxAliases: number;
}

@ObjectType({ description: 'A service the product knows.' })
export class ServiceInfo {
  @Field(() => String, { description: 'Slug.' })
  slug: string;

  @Field(() => String, { description: 'Name.' })
  name: string;

  @Field(() => CloudProviderEnum, { description: 'Cloud.' })
  provider: CloudProvider;

  @Field(() => Int, { description: 'Rules.' })
  ruleCount: number;
}

@ObjectType({ description: 'About this installation.' })
export class ServerInfo {
  @Field(() => String, { description: 'Version.' })
  version: string;

  @Field(() => String, { description: 'Version of this schema.' })
  schemaVersion: string;

  @Field(() => Boolean, { description: 'True when made-up data is loaded.' })
  demo: boolean;

  @Field(() => Int, { description: 'Rules it judges by: those shipped, and those of your own.' })
  ruleCount: number;

  @Field(() => [ServiceInfo], { description: 'Services covered.' })
  services: readonly ServiceInfo[];

  @Field(() => ApiLimits, { description: 'Limits in force.' })
  limits: ApiLimits;

  @Field(() => String, { description: 'Directory whose files `addAccount` may name.' })
  snapshotDirectory: string;
}
