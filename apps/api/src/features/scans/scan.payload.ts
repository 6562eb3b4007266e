import { Field, ObjectType } from 'type-graphql';
import { UserError } from '../../graphql/user-error.ts';
import { Finding } from '../findings/finding.type.ts';
import { Scan } from './scan.type.ts';

@ObjectType({ description: 'Answer to startScan.' })
export class StartScanPayload {
  @Field(() => Scan, { nullable: true, description: 'The scan.' })
  scan: Scan | null;

  @Field(() => Boolean, { description: 'True when it had finished before the answer.' })
  completed: boolean;

  @Field(() => [UserError], { description: 'What to put right.' })
  errors: readonly UserError[];
}

@ObjectType({ description: 'Answer to cancelScan.' })
export class CancelScanPayload {
  @Field(() => Scan, { nullable: true, description: 'The scan.' })
  scan: Scan | null;

  @Field(() => [UserError], { description: 'What to put right.' })
  errors: readonly UserError[];
}

@ObjectType({ description: 'Answer to recheckFinding.' })
export class RecheckFindingPayload {
  @Field(() => Finding, { nullable: true, description: 'The finding as it is now.' })
  finding: Finding | null;

  @Field(() => Scan, { nullable: true, description: 'The small scan behind it. It is in no list of scans.' })
  scan: Scan | null;

  @Field(() => Boolean, { description: 'True when it had finished before the answer.' })
  completed: boolean;

  @Field(() => [UserError], { description: 'What to put right.' })
  errors: readonly UserError[];
}
