import { verificationOf, type Rule as RuleDefinition, type Severity } from '@plumbline/rules';
import { Field, ObjectType } from 'type-graphql';
import { globalId } from '../../graphql/global-id.ts';
import { Node } from '../../graphql/node.ts';
import { CloudProviderEnum, type CloudProvider } from '../../graphql/provider.ts';
import { Json, Url } from '../../graphql/scalars.ts';
import { SeverityEnum } from '../../graphql/severity.ts';
import { RuleSourceEnum, sourceOf, type RuleSource } from './rule-source.ts';

@ObjectType({ description: 'A link.' })
export class Reference {
  @Field(() => String, { description: 'Text.' })
  title: string;

  @Field(() => Url, { description: 'Address.' })
  url: string;
}

@ObjectType({ description: 'A knob of a rule.' })
export class RuleParameter {
  @Field(() => String, { description: 'Name.' })
  name: string;

  @Field(() => String, { description: 'What it does.' })
  description: string;

  @Field(() => Json, { description: 'JSON Schema of the value.' })
  schema: unknown;

  @Field(() => Json, { description: 'Shipped value.' })
  defaultValue: unknown;

  @Field(() => Json, { description: 'Value in force.' })
  value: unknown;
}

@ObjectType({ implements: Node, description: 'A check: what is looked at, what is expected, how to fix it.' })
export class Rule extends Node {
  readonly definition: RuleDefinition;

  @Field(() => String, { description: 'Stable readable key, for example aws-s3-bucket-blocks-public-access.' })
  readonly key: string;

  @Field(() => String, { description: 'Title as a statement of the desired state.' })
  readonly title: string;

  @Field(() => String, { description: 'What is checked, in a short paragraph (Markdown).' })
  readonly description: string;

  @Field(() => String, { description: 'Why it matters: what someone could do (Markdown).' })
  readonly rationale: string;

  @Field(() => String, { description: 'How someone uses it: a short story (Markdown).' })
  readonly attack: string;

  @Field(() => CloudProviderEnum, { description: 'Cloud.' })
  readonly provider: CloudProvider;

  @Field(() => String, { description: 'Service slug, for example s3, iam, ec2.' })
  readonly service: string;

  @Field(() => [String], { description: 'Resource types it applies to, for example AWS::S3::Bucket.' })
  readonly resourceTypes: readonly string[];

  @Field(() => SeverityEnum, { description: 'Severity as shipped.' })
  readonly severity: Severity;

  @Field(() => [String], { description: 'Topics such as encryption, public-exposure, logging, identity.' })
  readonly categories: readonly string[];

  constructor(definition: RuleDefinition) {
    super();
    this.id = globalId('rule', definition.id);
    this.definition = definition;
    this.key = definition.id;
    this.title = definition.title;
    this.description = definition.description;
    this.rationale = definition.risk;
    this.attack = definition.attack;
    this.provider = definition.provider;
    this.service = definition.service;
    this.resourceTypes = [definition.resource];
    this.severity = definition.severity;
    this.categories = definition.categories;
  }

  @Field(() => [RuleParameter], { description: 'Knobs, with their value in force.' })
  parameters(): RuleParameter[] {
    return Object.entries(this.definition.parameters).map(([name, { description, schema, default: value }]) => ({
      name,
      description,
      schema,
      defaultValue: value,
      value,
    }));
  }

  @Field(() => RuleSourceEnum, { description: 'Shipped or custom.' })
  source(): RuleSource {
    return sourceOf(this.definition);
  }

  @Field(() => [String], { description: 'How to see that a fix took: steps (Markdown).' })
  verification(): readonly string[] {
    return verificationOf(this.definition);
  }

  @Field(() => [Reference], { description: 'Further reading.' })
  references(): Reference[] {
    return [{ title: "The vendor's documentation", url: this.definition.remediation.docs }];
  }
}
