import { Field, Int, ObjectType } from 'type-graphql';
import { GapKindEnum, gapKindOf, type GapKind } from '../../graphql/gap-kind.ts';
import type { ScanGapContent } from '../../scan/event-payload.ts';

@ObjectType({ description: 'Something that could not be read.' })
export class CoverageGap {
  /** Its account's key in the store. */
  readonly accountKey: string;

  @Field(() => String, { nullable: true, description: 'Service.' })
  readonly service: string | null;

  @Field(() => String, { nullable: true, description: 'Region.' })
  readonly region: string | null;

  @Field(() => String, { nullable: true, description: 'IAM action that would have read it.' })
  readonly action: string | null;

  @Field(() => GapKindEnum, { description: 'Kind.' })
  readonly kind: GapKind;

  @Field(() => String, { description: 'What could not be read, and what the cloud said.' })
  readonly message: string;

  @Field(() => Int, { description: 'Rules without an answer because of it.' })
  readonly affectedRules: number;

  constructor(gap: ScanGapContent) {
    this.accountKey = gap.account_id;
    this.service = gap.service;
    this.region = gap.region;
    this.action = gap.action;
    this.kind = gapKindOf(gap.kind);
    this.message = gap.message;
    this.affectedRules = gap.affected_rules;
  }

  @Field(() => String, { nullable: true, description: 'What to do.' })
  hint(): string | null {
    if (this.kind === 'PERMISSION' && this.action)
      return `Allow ${this.action} to whoever records the account, and record it again.`;
    return HINTS[this.kind] ?? null;
  }
}

const HINTS: Partial<Readonly<Record<GapKind, string>>> = {
  PERMISSION: 'Allow the call to whoever records the account, and record it again.',
  THROTTLED: 'Record the account again when less else asks the cloud.',
  TIMEOUT: 'Record the account again.',
  MALFORMED: 'Have a look at what records the account: this is not what the cloud answers.',
  NOT_RECORDED: 'Record the account again with this in it.',
};
