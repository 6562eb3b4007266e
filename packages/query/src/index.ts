export { ageOf, type Age } from './age.ts';
export { daysOf, type Days } from './days.ts';
export { valuesOf, withValues } from './edit.ts';
export type { Clause, Filter } from './filter.ts';
export type { Key } from './keys.ts';
export { MAX_QUERY_LENGTH, parseQuery, type ParsedQuery, type Term } from './parse.ts';
export { printFilter } from './print.ts';
export type { Mistake, Span } from './span.ts';
export { suggest, type Completion, type KnownValue, type KnownValues, type Suggestion } from './suggest.ts';
