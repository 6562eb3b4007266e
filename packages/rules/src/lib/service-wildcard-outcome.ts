import type { Outcome } from '../kernel/outcome.ts';
import type { Severity } from '../kernel/severity.ts';
import { levelsOf, SERVICES, type IamAction } from './iam-actions.ts';
import { listed } from './listed.ts';
import type { ServiceWildcard } from './service-wildcards.ts';

type Found = readonly ServiceWildcard<unknown>[];

/** In words: `every action of s3 and kms`. */
export function wildcardsInWords(found: Found): string {
  const services = new Set(found.flatMap((each) => each.services));
  if (services.size === SERVICES.length) return 'every action of every service';
  return `every action of ${listed([...services].toSorted())}`;
}

/** Worse where permissions can be managed on every resource, less on resources that are named. */
export function wildcardSeverity(found: Found): (Outcome & { status: 'fail' })['severity'] {
  if (!found.some(({ everywhere }) => everywhere)) return eased('info', 'Only on resources that are named.');
  const opener = openerAmong(found.filter(({ everywhere }) => everywhere).flatMap(({ services }) => services));
  return opener && eased('medium', `That includes managing who has access to what, such as ${opener.name}.`);
}

function eased(is: Severity, because: string) {
  return { is, because };
}

/** The first action by which permissions are managed. */
function openerAmong(services: readonly string[]): IamAction | undefined {
  for (const service of services) {
    const opener = levelsOf(service).get('permissions')?.[0];
    if (opener) return opener;
  }
  return undefined;
}
