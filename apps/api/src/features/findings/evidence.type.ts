import type { EvidenceItem as RecordedItem } from '@plumbline/rules';
import { Field, ObjectType } from 'type-graphql';
import { DateTime, Json, JsonPointer } from '../../graphql/scalars.ts';

@ObjectType({ description: 'One value that decided.' })
export class EvidenceItem {
  /** The finding's account's key in the store. */
  readonly accountKey: string;
  /** The cloud's own id of the related resource that the pointer goes into. */
  readonly relatedId: string | null;

  @Field(() => JsonPointer, { description: 'Where in the snapshot; the UI highlights it.' })
  readonly pointer: string;

  @Field(() => String, { description: 'What was expected, in words, for example `is true`.' })
  readonly expected: string;

  @Field(() => Json, { nullable: true, description: 'What was there; null when absent.' })
  readonly actual: unknown;

  @Field(() => Boolean, { description: 'True when there was nothing at the pointer.' })
  readonly missing: boolean;

  @Field(() => Boolean, { description: 'Whether this item is in order.' })
  readonly ok: boolean;

  constructor(item: RecordedItem, accountKey: string) {
    this.accountKey = accountKey;
    this.relatedId = item.of;
    this.pointer = item.pointer;
    this.expected = item.expected;
    this.actual = item.actual;
    this.missing = item.missing;
    this.ok = item.ok;
  }
}

@ObjectType({ description: 'What the rule looked at.' })
export class Evidence {
  @Field(() => [EvidenceItem], { description: 'The values that decided, most telling first.' })
  items: readonly EvidenceItem[];

  @Field(() => Json, { description: "The resource's configuration as it was, by facet, secrets redacted." })
  snapshot: unknown;

  @Field(() => String, {
    description: 'SHA-256 of the snapshot as JSON with sorted keys, to show that it has not been altered.',
  })
  sha256: string;

  @Field(() => [String], { description: 'API calls it was read with.' })
  collectedFrom: readonly string[];

  @Field(() => DateTime, { description: 'When it was last read.' })
  collectedAt: Date;
}
