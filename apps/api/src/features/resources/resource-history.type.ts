import { Field, ObjectType } from 'type-graphql';
import { connectionOf } from '../../graphql/connection.ts';
import { DateTime, Json } from '../../graphql/scalars.ts';
import type { Config, VersionRow } from './resource-history.repository.ts';

@ObjectType({ description: 'What a resource was for some time.' })
export class ResourceVersion {
  @Field(() => DateTime, { description: 'When it was first seen so.' })
  readonly seenFrom: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was found to be otherwise, or gone; null while it is so.',
  })
  readonly seenTo: Date | null;

  @Field(() => String, { description: 'Name.' })
  readonly name: string;

  @Field(() => Json, { description: 'Configuration, by facet, secrets redacted.' })
  readonly config: Config;

  @Field(() => Json, {
    nullable: true,
    description:
      'What was changed to make it so, as a JSON Patch (RFC 6902); empty where only name or tags were. Null for the oldest that is kept.',
  })
  readonly patch: unknown;

  constructor({ seen_from, seen_to, name, config }: VersionRow, patch: unknown) {
    this.seenFrom = seen_from;
    this.seenTo = seen_to;
    this.name = name;
    this.config = config;
    this.patch = patch;
  }
}

@ObjectType({ description: 'Page of what a resource was.' })
export class ResourceVersionPage extends connectionOf(ResourceVersion, 'ResourceVersionEdge', 'versions') {}
