import type { Framework as FrameworkDefinition, RequirementCounts as Counts } from '@plumbline/rules';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { globalId } from '../../graphql/global-id.ts';
import { Node } from '../../graphql/node.ts';
import { CloudProviderEnum, type CloudProvider } from '../../graphql/provider.ts';

@ObjectType({ implements: Node, description: 'A standard or benchmark in one version.' })
export class Framework extends Node {
  readonly definition: FrameworkDefinition;

  @Field(() => String, { description: 'Key with version, for example cis-aws@6.0.0.' })
  readonly key: string;

  @Field(() => String, { description: 'Name.' })
  readonly name: string;

  @Field(() => String, { description: 'Version.' })
  readonly version: string;

  @Field(() => Boolean, { description: 'False where a later version is here too.' })
  readonly latest: boolean;

  @Field(() => String, { description: 'Publisher.' })
  readonly publisher: string;

  @Field(() => [CloudProviderEnum], { description: 'Clouds it is read for here.' })
  readonly providers: readonly CloudProvider[] = ['aws'];

  @Field(() => String, { description: 'Where its text comes from and under which terms.' })
  readonly attribution: string;

  @Field(() => [String], { description: 'Profiles, levels or baselines, least first; empty where it has none.' })
  readonly levels: readonly string[];

  constructor(definition: FrameworkDefinition) {
    super();
    this.id = globalId('framework', definition.key);
    this.definition = definition;
    this.key = definition.key;
    this.name = definition.name;
    this.version = definition.version;
    this.latest = definition.latest;
    this.publisher = definition.publisher;
    this.attribution = definition.attribution;
    this.levels = definition.levels;
  }
}

@ObjectType({ description: 'A chapter.' })
export class FrameworkSection {
  readonly framework: FrameworkDefinition;

  @Field(() => ID, { description: 'Id.' })
  readonly id: string;

  @Field(() => String, { description: 'Number.' })
  readonly number: string;

  @Field(() => String, { description: 'Title, in our own words where the original is protected.' })
  readonly title: string;

  @Field(() => ID, { nullable: true, description: 'Id of the chapter it lies in.' })
  readonly parent: string | null;

  constructor(framework: FrameworkDefinition, section: FrameworkDefinition['sections'][number]) {
    const idOf = (number: string) => `sec_${framework.key}/${number}`;
    this.framework = framework;
    this.id = idOf(section.number);
    this.number = section.number;
    this.title = section.title;
    this.parent = section.parent === null ? null : idOf(section.parent);
  }
}

@ObjectType({ description: 'How much of a framework rules can decide. Each requirement is counted once.' })
export class FrameworkCoverage {
  @Field(() => Int, { description: 'Decided by rules.' })
  automated: number;

  @Field(() => Int, { description: 'Decided by rules in part.' })
  partial: number;

  @Field(() => Int, { description: 'Need a person, whatever rules see of them.' })
  manual: number;

  @Field(() => Int, { description: 'Rules could decide them, and none is written for them.' })
  uncovered: number;
}

@ObjectType({ description: 'How many requirements have each outcome.' })
export class RequirementCounts {
  @Field(() => Int, { description: 'Passed.' })
  readonly passed: number;

  @Field(() => Int, { description: 'Failed.' })
  readonly failed: number;

  @Field(() => Int, { description: 'None fails, and something could not be evaluated.' })
  readonly unknown: number;

  @Field(() => Int, { description: 'Manual, not attested.' })
  readonly manualPending: number;

  @Field(() => Int, { description: 'Without a rule.' })
  readonly notCovered: number;

  @Field(() => Int, { description: 'Nothing to evaluate.' })
  readonly noData: number;

  constructor(counts: Counts) {
    this.passed = counts.passed;
    this.failed = counts.failed;
    this.unknown = counts.unknown;
    this.manualPending = counts['manual-pending'];
    this.notCovered = counts['not-covered'];
    this.noData = counts['no-data'];
  }
}

@ObjectType({ description: 'Outcome of a framework.' })
export class FrameworkResult {
  @Field(() => Float, {
    nullable: true,
    description:
      'Passed of those that passed or failed, 0 to 100; null while there are none. Manual, uncovered, unknown and empty ones are left out and shown beside it.',
  })
  score: number | null;

  @Field(() => RequirementCounts, { description: 'Counts.' })
  counts: RequirementCounts;
}
