import { Field, ObjectType } from 'type-graphql';
import { Scan } from './scan.type.ts';

@ObjectType({ description: 'Differences between two scans. Findings are shown as they stand now.' })
export class ScanDiff {
  /** The later scan's key in the store. */
  readonly to: string;
  /** The earlier scan's key in the store, where one was named. */
  readonly named: string | null;

  @Field(() => Scan, {
    nullable: true,
    description:
      'The earlier one; null where there is none, and everything is new. Each account is compared with its own.',
  })
  readonly from: Scan | null;

  constructor(to: Scan, from: Scan | null, isNamed: boolean) {
    this.to = to.key;
    this.named = isNamed && from ? from.key : null;
    this.from = from;
  }
}
