import { Field, Int, InterfaceType, ObjectType } from 'type-graphql';
import { PageInfo } from '../../graphql/connection.ts';
import { DateTime } from '../../graphql/scalars.ts';
import { SeverityCounts } from '../../graphql/severity.ts';
import type { LogLevel } from '../../scan/event-payload.ts';
import { CoverageGap } from './coverage-gap.type.ts';
import { ScanProgress } from './scan-progress.type.ts';
import { LogLevelEnum } from './scan.enums.ts';

@InterfaceType({ description: 'Something that happened in a scan.' })
export abstract class ScanEvent {
  @Field(() => DateTime, { description: 'When.' })
  at: Date;

  @Field(() => Int, {
    description: 'Rises by one; pass the last one seen as `after` to go on where a connection broke.',
  })
  sequence: number;
}

@ObjectType({ implements: ScanEvent, description: 'Progress.' })
export class ScanProgressed extends ScanEvent {
  @Field(() => ScanProgress, { description: 'How far.' })
  progress: ScanProgress;
}

@ObjectType({ implements: ScanEvent, description: 'A batch of findings.' })
export class ScanFindings extends ScanEvent {
  /** Keys in the store. */
  findingKeys: readonly string[];

  @Field(() => SeverityCounts, { description: 'Failing findings so far.' })
  severityCounts: SeverityCounts;
}

@ObjectType({ implements: ScanEvent, description: 'A gap was met.' })
export class ScanGap extends ScanEvent {
  @Field(() => CoverageGap, { description: 'The gap.' })
  gap: CoverageGap;
}

@ObjectType({ implements: ScanEvent, description: 'A line of log.' })
export class ScanLog extends ScanEvent {
  @Field(() => LogLevelEnum, { description: 'Level.' })
  level: LogLevel;

  @Field(() => String, { description: 'Text.' })
  message: string;
}

@ObjectType({ implements: ScanEvent, description: 'The end. No event follows.' })
export class ScanFinished extends ScanEvent {
  /** The scan's key in the store. */
  scanKey: string;
}

@ObjectType({ description: 'Page of events.' })
export class ScanEventPage {
  @Field(() => [ScanEvent], { description: 'Items.' })
  nodes: readonly ScanEvent[];

  @Field(() => PageInfo, { description: 'Where this page sits.' })
  pageInfo: PageInfo;
}
