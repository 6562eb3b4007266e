import { Field, ObjectType } from 'type-graphql';
import { UserError } from '../../graphql/user-error.ts';
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
