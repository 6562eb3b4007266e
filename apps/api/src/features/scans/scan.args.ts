import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { PageArgs } from '../../graphql/page-args.ts';
import type { ScanStatus } from '../../store/scan-tables.ts';
import { ScanStatusEnum } from './scan.enums.ts';

@InputType({ description: 'Which scans. Values of one list are OR-ed, fields AND-ed.' })
export class ScanFilter {
  @Field(() => [ID], {
    nullable: true,
    description: "Account ids, or the clouds' own ids; `demo` for the demo account.",
  })
  account?: string[] | null;

  @Field(() => [ScanStatusEnum], { nullable: true, description: 'States.' })
  status?: ScanStatus[] | null;
}

@ArgsType()
export class ScansArgs extends PageArgs {
  @Field(() => ScanFilter, { nullable: true, description: 'Which scans; all when left out.' })
  filter?: ScanFilter | null;
}

@ArgsType()
export class ScanEventsArgs {
  @Field(() => Int, { nullable: true, defaultValue: 100, description: 'How many: 0 to 500.' })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'The cursor after which the page begins.' })
  after?: string | null;
}

@InputType({ description: 'What to scan. Empty lists mean no limit.' })
export class StartScanInput {
  @Field(() => [ID], {
    nullable: true,
    description: "Account ids, the clouds' own ids, or `demo`. All when left out.",
  })
  accounts?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Service slugs.' })
  services?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Regions.' })
  regions?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Rule ids or keys; wildcards work.' })
  rules?: string[] | null;

  @Field(() => Int, { nullable: true, defaultValue: 0, description: 'Hold the answer up to this long, 0 to 120.' })
  waitSeconds?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'The same key within 24 hours gives the same scan back instead of a second one.',
  })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Which scan to stop.' })
export class CancelScanInput {
  @Field(() => ID, { description: 'Scan.' })
  id: string;
}

@InputType({ description: 'Which finding to check again.' })
export class RecheckFindingInput {
  @Field(() => ID, { description: 'Finding: id or fingerprint.' })
  id: string;

  @Field(() => Int, { nullable: true, defaultValue: 20, description: 'Hold the answer up to this long, 0 to 120.' })
  waitSeconds?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'The same key within 24 hours gives the same scan back instead of a second one.',
  })
  idempotencyKey?: string | null;
}
