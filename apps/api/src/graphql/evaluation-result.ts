import type { OutcomeStatus } from '@plumbline/rules';
import { graphqlEnum } from './enum.ts';

const RESULTS = ['pass', 'fail', 'unknown', 'not-applicable'] as const satisfies readonly OutcomeStatus[];

export const EvaluationResultEnum = graphqlEnum('EvaluationResult', 'What the evaluation says.', RESULTS, {
  pass: 'As it ought to be. A finding passes once it has been fixed.',
  fail: 'Not as it ought to be.',
  unknown: 'Could not be evaluated, for example for want of a permission. Never counted as a pass.',
  'not-applicable': 'The rule has nothing to say of the resource, or the resource is gone.',
});
