import type { Mistake, ParsedQuery as Parsed, Term } from '@plumbline/query';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A part of a query that could not be understood.' })
export class QueryMistake {
  @Field(() => Int, { description: 'Offset of its first character.' })
  readonly start: number;

  @Field(() => Int, { description: 'Offset after its last character.' })
  readonly end: number;

  @Field(() => String, { description: 'What is wrong, and what to write.' })
  readonly message: string;

  @Field(() => String, { nullable: true, description: 'What was probably meant in its place.' })
  readonly suggestion: string | null;

  constructor({ start, end, message, suggestion }: Mistake) {
    this.start = start;
    this.end = end;
    this.message = message;
    this.suggestion = suggestion;
  }
}

@ObjectType({ description: 'One term of a query string.' })
export class QueryTerm {
  @Field(() => Int, { description: 'Offset of its first character.' })
  readonly start: number;

  @Field(() => Int, { description: 'Offset after its last character.' })
  readonly end: number;

  @Field(() => String, { nullable: true, description: 'Field name; null for free text.' })
  readonly field: string | null;

  @Field(() => Boolean, { description: 'True for an excluded term.' })
  readonly negated: boolean;

  @Field(() => [String], { description: 'Values.' })
  readonly values: readonly string[];

  @Field(() => String, { nullable: true, description: 'What is wrong with it.' })
  readonly problem: string | null;

  @Field(() => String, { nullable: true, description: 'Nearest known field or value.' })
  readonly suggestion: string | null;

  /** @param mistake the first in it */
  constructor({ start, end, key, field, negated, values }: Term, mistake: Mistake | undefined) {
    this.start = start;
    this.end = end;
    this.field = key ?? field;
    this.negated = negated;
    this.values = values.map(({ text }) => text);
    this.problem = mistake?.message ?? null;
    this.suggestion = mistake?.suggestion ?? null;
  }
}

@ObjectType({
  description:
    'How a filter bar string was understood, so that a client can show it and mark mistakes. Offsets are in UTF-16 code units.',
})
export class ParsedQuery {
  @Field(() => String, { description: 'The string, normalised.' })
  readonly canonical: string;

  @Field(() => Boolean, { description: 'True when there was no mistake. Else nothing is found.' })
  readonly valid: boolean;

  @Field(() => [QueryTerm], { description: 'Terms in order.' })
  readonly terms: readonly QueryTerm[];

  @Field(() => [QueryMistake], { description: 'Mistakes in order, each with its own place.' })
  readonly mistakes: readonly QueryMistake[];

  constructor({ canonical, filter, terms, mistakes }: Parsed) {
    this.canonical = canonical;
    this.valid = filter !== null;
    this.terms = terms.map(
      (term) =>
        new QueryTerm(
          term,
          mistakes.find(({ start, end }) => start >= term.start && end <= term.end),
        ),
    );
    this.mistakes = mistakes.map((mistake) => new QueryMistake(mistake));
  }
}
