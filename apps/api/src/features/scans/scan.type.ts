import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Selectable } from 'kysely';
import { connectionOf } from '../../graphql/connection.ts';
import { globalId } from '../../graphql/global-id.ts';
import { Node } from '../../graphql/node.ts';
import { DateTime } from '../../graphql/scalars.ts';
import type { ScanStatus, ScanTable } from '../../store/scan-tables.ts';
import { ScanStatusEnum } from './scan.enums.ts';

@ObjectType({ description: 'What a scan was limited to. Empty lists mean no limit.' })
export class ScanScope {
  @Field(() => [String], { description: 'Services.' })
  services: readonly string[];

  @Field(() => [String], { description: 'Regions.' })
  regions: readonly string[];

  @Field(() => [String], { description: 'Rules: keys, or patterns with `*`.' })
  rules: readonly string[];

  @Field(() => [ID], { description: 'Resource ids: of a recheck the one.' })
  resources: readonly string[];
}

@ObjectType({ description: 'Why a scan failed.' })
export class ScanFailure {
  @Field(() => String, { description: 'Stable code.' })
  code: string;

  @Field(() => String, { description: 'One sentence for a person.' })
  message: string;

  @Field(() => String, { nullable: true, description: 'What to do about it.' })
  hint: string | null;

  @Field(() => String, { nullable: true, description: 'File or object that was read.' })
  source: string | null;

  @Field(() => Int, { nullable: true, description: 'Line in it, from 1.' })
  line: number | null;
}

@ObjectType({ implements: Node, description: 'One run of the rules over some accounts.' })
export class Scan extends Node {
  /** Its key in the store. */
  readonly key: string;

  @Field(() => ScanStatusEnum, { description: 'State.' })
  readonly status: ScanStatus;

  @Field(() => ScanScope, { description: 'What it was limited to.' })
  readonly scope: ScanScope;

  @Field(() => ScanFailure, { nullable: true, description: 'Why it FAILED; null otherwise.' })
  readonly failure: ScanFailure | null;

  @Field(() => DateTime, { description: 'Queued at.' })
  readonly queuedAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'Started at.' })
  readonly startedAt: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Finished at.' })
  readonly finishedAt: Date | null;

  constructor(row: Selectable<ScanTable>) {
    super();
    this.id = globalId('scan', row.id);
    this.key = row.id;
    this.status = row.status;
    this.scope = {
      ...row.scope,
      resources: (row.scope.resources ?? []).map((key) => globalId('resource', key)),
    };
    this.failure = row.failure;
    this.queuedAt = row.queued_at;
    this.startedAt = row.started_at;
    this.finishedAt = row.finished_at;
  }
}

@ObjectType({ description: 'Page of scans.' })
export class ScanPage extends connectionOf(Scan, 'ScanEdge', 'scans') {}
