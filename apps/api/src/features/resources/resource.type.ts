import { Field, ObjectType } from 'type-graphql';
import { globalId } from '../../graphql/global-id.ts';
import { Node } from '../../graphql/node.ts';
import { CloudProviderEnum, type CloudProvider } from '../../graphql/provider.ts';
import { DateTime } from '../../graphql/scalars.ts';
import type { ResourceRow } from './resource.repository.ts';

@ObjectType({ description: 'A key and value.' })
export class Label {
  @Field(() => String, { description: 'Key.' })
  key: string;

  @Field(() => String, { description: 'Value.' })
  value: string;
}

@ObjectType({ implements: Node, description: 'Something in a cloud account.' })
export class Resource extends Node {
  /** Its key in the store. */
  readonly key: string;
  /** Its account's key in the store. */
  readonly accountKey: string;

  @Field(() => CloudProviderEnum, { description: 'Cloud.' })
  readonly provider: CloudProvider;

  @Field(() => String, { description: "The cloud's own id, for example an ARN." })
  readonly externalId: string;

  @Field(() => String, { description: 'Type, for example AWS::S3::Bucket.' })
  readonly type: string;

  @Field(() => String, { description: 'Service slug.' })
  readonly service: string;

  @Field(() => String, { description: 'Name to show.' })
  readonly name: string;

  @Field(() => String, { description: 'Region; global for services without one.' })
  readonly region: string;

  @Field(() => [Label], { description: 'Tags.' })
  readonly tags: readonly Label[];

  @Field(() => DateTime, { description: 'First seen.' })
  readonly firstSeenAt: Date;

  @Field(() => DateTime, { description: 'Last seen.' })
  readonly lastSeenAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was found to be gone.' })
  readonly deletedAt: Date | null;

  constructor(row: ResourceRow) {
    super();
    this.id = globalId('resource', row.id);
    this.key = row.id;
    this.accountKey = row.account_id;
    this.provider = 'aws';
    this.externalId = row.external_id;
    this.type = row.type;
    this.service = row.service;
    this.name = row.name;
    this.region = row.region;
    this.tags = Object.entries(row.tags).map(([key, value]) => ({ key, value }));
    this.firstSeenAt = row.first_seen_at;
    this.lastSeenAt = row.seen_at;
    this.deletedAt = row.deleted_at;
  }
}
