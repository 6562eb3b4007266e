import type { Rule } from './define-rule.ts';
import type { FacetView } from './facet-views.ts';
import { readPointer } from './json-pointer.ts';
import { oneLine } from './one-line.ts';
import {
  pass,
  type Evaluated,
  type Evidence,
  type EvidenceItem,
  type Missing,
  type NonEmpty,
  type Outcome,
} from './outcome.ts';
import type { FacetValues } from './read-facets.ts';

/** So much evidence is told of one failure; whoever mends that much looks at the whole anyway. */
const MOST_EVIDENCE = 100;

/** What a rule says, in due form: it may be a user's, and its words may hold what stood in a recording. */
export function settle(rule: Rule, view: FacetView, outcome: Outcome): Evaluated {
  switch (outcome.status) {
    case 'pass':
      return pass;
    case 'not-applicable':
      return { status: 'not-applicable', because: oneLine(outcome.because) };
    case 'unknown':
      return unknownFor(outcome.missing);
    case 'fail': {
      const { message, severity, evidence } = outcome;
      const facets = view.read();
      const told = evidence.slice(0, MOST_EVIDENCE).map((item) => readEvidence(item, facets));
      return {
        status: 'fail',
        message: oneLine(message),
        severity: severity?.is ?? rule.severity,
        severityReason: severity && severity.is !== rule.severity ? oneLine(severity.because) : null,
        evidence: told as unknown as NonEmpty<EvidenceItem>,
      };
    }
    default:
      throw new Error('it gave no outcome');
  }
}

function readEvidence({ pointer, expected, of, ok }: Evidence, facets: FacetValues): EvidenceItem {
  const { found, value } = readPointer(of ? of.facets : facets, pointer);
  return { pointer, expected: oneLine(expected), actual: value, missing: !found, ok: ok ?? false, of: of?.id ?? null };
}

export function unknownFor(missing: readonly Missing[]): Evaluated {
  const told = missing.map((each) => {
    const { fact, action, message } = each;
    return {
      ...each,
      fact: oneLine(fact),
      ...(action === undefined ? {} : { action: oneLine(action) }),
      message: oneLine(message),
    };
  });
  return { status: 'unknown', missing: told as unknown as NonEmpty<Missing> };
}

/** What is said where the rule itself failed. */
export function fault(rule: Rule, error: unknown): Evaluated {
  const why = error instanceof Error ? error.message : 'it threw what is no error';
  return unknownFor([{ fact: rule.id, reason: 'RULE_FAULT', message: `The rule failed on this resource: ${why}` }]);
}
