import type { Outcome } from '../kernel/outcome.ts';
import type { Severity } from '../kernel/severity.ts';
import { levelsOf, SERVICES } from './iam-actions.ts';
import { listed } from './listed.ts';
import type { ServiceWildcard } from './service-wildcards.ts';

type Found = readonly ServiceWildcard<unknown>[];

/** In words: `every action of s3 and kms`. */
export function wildcardsInWords(found: Found): string {
  const services = [...new Set(found.flatMap((each) => each.services))].toSorted();
  return services.length === SERVICES.length ? 'every action of every service' : `every action of ${listed(services)}`;
}

/** Worse where permissions can be managed on every resource, less on resources that are named. */
export function wildcardSeverity(found: Found): (Outcome & { status: 'fail' })['severity'] {
  if (!found.some(({ everywhere }) => everywhere)) return eased('info', 'Only on resources that are named.');
  const opener = found
    .filter(({ everywhere }) => everywhere)
    .flatMap(({ services }) => services)
    .map((service) => levelsOf(service).get('permissions')?.[0])
    .find(Boolean);
  return opener && eased('medium', `That includes managing who has access to what, such as ${opener.name}.`);
}

function eased(is: Severity, because: string) {
  return { is, because };
}
