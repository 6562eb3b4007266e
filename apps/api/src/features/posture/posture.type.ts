import { POSTURE_FORMULA, SCORE_DIMENSIONS, type ScoreDimension } from '@plumbline/rules';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { graphqlEnum } from '../../graphql/enum.ts';
import { DateTime } from '../../graphql/scalars.ts';
import { SeverityCounts } from '../../graphql/severity.ts';
import type { Rule } from '../rules/rule.type.ts';
import type { ScopeResults } from './rule-result.service.ts';

export const ScoreDimensionEnum = graphqlEnum('ScoreDimension', 'What a score is broken down by.', SCORE_DIMENSIONS, {
  severity: 'Severity of the rules as shipped.',
  service: 'Service that the rules are about.',
});
export type { ScoreDimension };

@ObjectType({ description: 'One part of a score.' })
export class ScorePart {
  @Field(() => String, { description: 'The value: a severity as the API writes it, or a service slug.' })
  key: string;

  @Field(() => Float, { description: 'Share of the whole, 0 to 1.' })
  weight: number;

  @Field(() => Float, { description: '0 to 100, of this part alone.' })
  score: number;

  @Field(() => Float, {
    description: 'Points that the whole loses by it. The parts add up to what the score lacks of 100.',
  })
  lost: number;
}

@ObjectType({ description: 'A fix and what it brings.' })
export class TopAction {
  /** Its rule is resolved from this. */
  readonly rule: Rule;

  @Field(() => Int, { description: 'Findings it closes.' })
  readonly findings: number;

  @Field(() => Float, { description: 'Points that the score rises by when the rule passes wherever it fails now.' })
  readonly gain: number;

  constructor(rule: Rule, { findings, gain }: { readonly findings: number; readonly gain: number }) {
    this.rule = rule;
    this.findings = findings;
    this.gain = gain;
  }
}

@ObjectType({ description: 'Score at a moment.' })
export class ScorePoint {
  @Field(() => DateTime, { description: 'When: the end of a scan.' })
  at: Date;

  @Field(() => Float, { nullable: true, description: '0 to 100; null while no rule had passed or failed.' })
  score: number | null;

  @Field(() => SeverityCounts, { description: 'Open findings.' })
  openFindings: SeverityCounts;

  @Field(() => [String], {
    description:
      'What came since the point before that moves the score though nothing was mended or broken: accounts that were scanned, and rules that passed or failed, for the first time.',
  })
  annotations: readonly string[];
}

@ObjectType({ description: 'State of the estate in one number, and how it comes about.' })
export class Posture {
  readonly results: ScopeResults;

  @Field(() => Float, { nullable: true, description: '0 to 100; null while no rule has passed or failed.' })
  readonly score: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'How much of what the score should rest on could be evaluated, 0 to 1; null while there is nothing.',
  })
  readonly confidence: number | null;

  @Field(() => Int, { description: 'Accounts that no scan has finished for: the score says nothing of them.' })
  readonly unscannedAccounts: number;

  constructor(results: ScopeResults, { score, confidence }: { score: number | null; confidence: number | null }) {
    this.results = results;
    this.score = score;
    this.confidence = confidence;
    this.unscannedAccounts = results.unscanned;
  }

  @Field(() => String, { description: 'The formula in words, so that nobody has to guess.' })
  formula(): string {
    return POSTURE_FORMULA;
  }
}
