import {
  ASSESSMENTS,
  REQUIREMENT_STATUSES,
  type Requirement as RequirementDefinition,
  type RequirementStatus,
  type Severity,
} from '@plumbline/rules';
import { Field, Int, ObjectType } from 'type-graphql';
import { graphqlEnum } from '../../graphql/enum.ts';
import { globalId } from '../../graphql/global-id.ts';
import { Node } from '../../graphql/node.ts';
import { SeverityEnum } from '../../graphql/severity.ts';
import type { Rule } from '../rules/rule.type.ts';
import { ResultCounts } from '../scans/result-counts.type.ts';

export const AssessmentKindEnum = graphqlEnum(
  'AssessmentKind',
  'Whether rules can decide a requirement.',
  ASSESSMENTS,
  {
    automated: 'Rules decide all of it.',
    partial: 'Rules decide a part; `limits` says what they leave out.',
    manual: 'A person must judge it. What rules see of it is evidence, never the verdict.',
    uncovered: 'Rules could decide it, and none is written for it.',
  },
);

export const RequirementStatusEnum = graphqlEnum(
  'RequirementStatus',
  'Outcome of a requirement in the accounts of a scope.',
  REQUIREMENT_STATUSES,
  {
    passed: 'Every rule for it passes wherever it applies. Where rules see only a part, that part.',
    failed: 'A rule for it fails somewhere.',
    unknown: 'None fails, and something could not be evaluated, or an account was not scanned for it.',
    'manual-pending': 'A person must judge it, and none has.',
    'not-covered': 'No rule is written for it.',
    'no-data': 'There was nothing to evaluate.',
  },
);

@ObjectType({ implements: Node, description: 'One requirement of a framework.' })
export class Requirement extends Node {
  readonly definition: RequirementDefinition;

  @Field(() => String, { description: 'Key, for example cis-aws@6.0.0/3.1.4.' })
  readonly key: string;

  @Field(() => String, { description: 'Number in the framework.' })
  readonly number: string;

  @Field(() => String, { description: 'Title, in our own words where the original is protected.' })
  readonly title: string;

  @Field(() => String, {
    nullable: true,
    description: 'Lowest profile, level or baseline that asks for it, where the framework has them.',
  })
  readonly level: string | null;

  @Field(() => SeverityEnum, { nullable: true, description: 'Severity, where the framework rates its requirements.' })
  readonly severity: Severity | null;

  constructor(definition: RequirementDefinition) {
    super();
    this.id = globalId('requirement', definition.key);
    this.definition = definition;
    this.key = definition.key;
    this.number = definition.number;
    this.title = definition.title;
    this.level = definition.level;
    this.severity = definition.severity;
  }
}

@ObjectType({ description: 'What came of one rule for a requirement.' })
export class RuleResult {
  readonly rule: Rule;

  @Field(() => ResultCounts, { description: 'Evaluations, as they stand now.' })
  readonly counts: ResultCounts;

  @Field(() => Int, {
    description:
      'Open findings that say UNKNOWN: fewer than `counts.unknown` where a list of resources could not be read in full.',
  })
  readonly unknownFindings: number;

  constructor(rule: Rule, counts: ResultCounts, unknownFindings: number) {
    this.rule = rule;
    this.counts = counts;
    this.unknownFindings = unknownFindings;
  }
}

@ObjectType({ description: 'Outcome of a requirement with the numbers behind it.' })
export class RequirementResult {
  @Field(() => RequirementStatusEnum, { description: 'Outcome.' })
  readonly status: RequirementStatus;

  /** Made when someone asks. */
  readonly ruleResults: () => readonly RuleResult[];

  constructor(status: RequirementStatus, ruleResults: () => readonly RuleResult[]) {
    this.status = status;
    this.ruleResults = ruleResults;
  }

  @Field(() => ResultCounts, { description: 'Evaluations behind it.' })
  counts(): ResultCounts {
    return ResultCounts.sum(this.ruleResults().map(({ counts }) => counts));
  }
}
