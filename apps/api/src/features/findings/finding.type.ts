import type { EvidenceItem, Missing, OutcomeStatus, Severity } from '@plumbline/rules';
import { Field, Int, ObjectType } from 'type-graphql';
import { EvaluationResultEnum } from '../../graphql/evaluation-result.ts';
import { GapKindEnum, gapKindOf, type GapKind } from '../../graphql/gap-kind.ts';
import { globalId } from '../../graphql/global-id.ts';
import { Node } from '../../graphql/node.ts';
import { DateTime } from '../../graphql/scalars.ts';
import { SeverityEnum, severityOf } from '../../graphql/severity.ts';
import { findingFingerprint } from '../../store/ids.ts';
import { deltaOf } from './finding-delta.ts';
import { FindingDeltaEnum, type FindingDelta } from './finding.enums.ts';
import type { FindingRow } from './finding.repository.ts';

@ObjectType({ description: 'Something a rule needed and could not read.' })
export class MissingFact {
  @Field(() => String, { description: 'Facet or listing.' })
  readonly name: string;

  @Field(() => GapKindEnum, { description: 'Kind.' })
  readonly kind: GapKind;

  @Field(() => String, { nullable: true, description: 'Permission that is missing, where that is why.' })
  readonly action: string | null;

  @Field(() => String, { description: 'What the cloud said.' })
  readonly message: string;

  constructor({ fact, reason, action, message }: Missing) {
    this.name = fact;
    this.kind = gapKindOf(reason);
    this.action = action ?? null;
    this.message = message;
  }
}

@ObjectType({ implements: Node, description: "One rule's outcome for one resource, kept across scans." })
export class Finding extends Node {
  /** Its account's key in the store. */
  readonly accountKey: string;
  readonly ruleKey: string;
  /** Its resource's key in the store. */
  readonly resourceKey: string;
  readonly evidenceItems: readonly EvidenceItem[];

  @Field(() => String, {
    description:
      'Stable over scans and re-installs: hash of rule key, account, and resource id. Use it to match in other systems.',
  })
  readonly fingerprint: string;

  @Field(() => SeverityEnum, { description: 'Severity in force.' })
  readonly severity: Severity;

  @Field(() => String, { nullable: true, description: "Why the severity differs from the rule's, if it does." })
  readonly severityReason: string | null;

  @Field(() => EvaluationResultEnum, { description: 'What the evaluation says.' })
  readonly result: OutcomeStatus;

  @Field(() => Boolean, {
    description:
      'True when it failed before and what it needs can no longer be read: it stays open until it is seen to pass.',
  })
  readonly stale: boolean;

  @Field(() => [MissingFact], {
    description: 'What could not be read, when the result is UNKNOWN or the finding is stale.',
  })
  readonly missing: readonly MissingFact[];

  @Field(() => String, { description: 'One line that says what is wrong with this very resource.' })
  readonly message: string;

  @Field(() => String, { description: 'Service slug.' })
  readonly service: string;

  @Field(() => String, { description: 'Region; global for services without one.' })
  readonly region: string;

  @Field(() => DateTime, { description: 'First seen failing, or first found to be unknown.' })
  readonly firstSeenAt: Date;

  @Field(() => DateTime, { description: 'Last evaluated.' })
  readonly lastSeenAt: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it stopped failing.' })
  readonly resolvedAt: Date | null;

  @Field(() => FindingDeltaEnum, {
    description: 'What became of it in the newest scan that covered its rule and region, or since.',
  })
  readonly delta: FindingDelta;

  constructor(row: FindingRow) {
    super();
    const { provider, account_external_id, rule_key, resource_type, resource_external_id } = row;
    this.id = globalId('finding', row.id);
    this.accountKey = row.account_id;
    this.ruleKey = rule_key;
    this.resourceKey = row.resource_id;
    this.evidenceItems = row.evidence;
    this.fingerprint = findingFingerprint(provider, account_external_id, rule_key, resource_type, resource_external_id);
    this.severity = severityOf(row.severity);
    this.severityReason = row.severity_reason;
    this.result = row.result;
    this.stale = row.stale;
    this.delta = deltaOf(row.change);
    this.missing = row.missing.map((missing) => new MissingFact(missing));
    this.message = row.message;
    this.service = row.service;
    this.region = row.region;
    this.firstSeenAt = row.first_seen_at;
    this.lastSeenAt = row.evaluated_at;
    this.resolvedAt = row.resolved_at;
  }

  @Field(() => Int, { description: 'Whole days since first seen.' })
  ageDays(): number {
    return Math.floor((Date.now() - this.firstSeenAt.getTime()) / 86_400_000);
  }
}
