import { Field, Int, ObjectType } from 'type-graphql';
import type { ScanProgress as RecordedProgress } from '../../store/scan-tables.ts';
import { ScanPhaseEnum } from './scan.enums.ts';

@ObjectType({ description: 'How far a scan is.' })
export class ScanProgress {
  @Field(() => Int, { description: '0 to 100; never goes back.' })
  percent: number;

  @Field(() => ScanPhaseEnum, { description: 'Phase.' })
  phase: RecordedProgress['phase'];

  @Field(() => Int, { description: 'Units of work done: kilobytes of the source, over both passes.' })
  done: number;

  @Field(() => Int, { description: 'Units of work known so far.' })
  total: number;

  @Field(() => String, { nullable: true, description: 'What is being done, for example `s3 eu-west-1`.' })
  current: string | null;

  @Field(() => Int, { description: 'Resources read.' })
  resources: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Seconds still to go, at the pace so far; null until that can be told.',
  })
  etaSeconds: number | null;
}

/** @param startedAt `null` while it waits */
export function progressOf(progress: RecordedProgress, startedAt: Date | null, now: Date): ScanProgress {
  const { percent, phase, current, resources } = progress;
  const running = startedAt !== null && percent > 0 && percent < 100 && phase !== 'DONE';
  const elapsed = running ? (now.getTime() - startedAt.getTime()) / 1000 : 0;
  return {
    percent,
    phase,
    // Bytes of a large source are more than GraphQL's Int can hold.
    done: Math.floor(progress.done / 1000),
    total: Math.ceil(progress.total / 1000),
    current,
    resources,
    etaSeconds: running ? Math.ceil((elapsed * (100 - percent)) / percent) : null,
  };
}
