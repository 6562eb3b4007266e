import { facetSource, isCollected, NOT_COLLECTED_REASONS, type Absence, type RecordedResource } from '@plumbline/model';
import type { Missing } from './outcome.ts';

export type FacetValues = Record<string, unknown>;

/** Puts the facets of a resource into `into`, and tells what of them is missing; `null`: nothing is. */
export type FacetReader = (resource: RecordedResource, into: FacetValues) => readonly Missing[] | null;

/** Reads the same facets of one resource of a type after the other. */
export function facetReader(type: string, names: readonly string[], prefix = ''): FacetReader {
  const wanted = names.map((name) => ({ name, source: facetSource(type, name) }));
  return (resource, into) => {
    let missing: Missing[] | null = null;
    for (const { name, source } of wanted) {
      const value = Object.hasOwn(resource.facets, name) ? resource.facets[name] : undefined;
      const absence = absenceOf(source, value);
      if (absence) (missing ??= []).push({ fact: prefix + name, ...absence });
      else into[name] = value;
    }
    return missing;
  };
}

/** Why a recorded value cannot be used; `null` when it can. */
function absenceOf(source: ReturnType<typeof facetSource>, value: unknown): Absence | null {
  if (value === null) return null;
  const action = source?.action;
  if (value === undefined) return { reason: 'NOT_RECORDED', action, message: 'The recording does not have it.' };
  if (!isCollected(value)) {
    const { notCollected } = value as { notCollected: unknown };
    if (isAbsence(notCollected)) return { action, ...notCollected };
    return { reason: 'MALFORMED', action, message: 'The recording does not say in due form why it does not have it.' };
  }
  const shape = Array.isArray(value) ? 'list' : typeof value;
  if (source && source.shape !== shape)
    return { reason: 'MALFORMED', action, message: `The recording has a ${shape} where a ${source.shape} belongs.` };
  return null;
}

/** Recordings are checked no further than to their facets, so it may be anything. */
function isAbsence(value: unknown): value is Absence {
  if (typeof value !== 'object' || value === null) return false;
  const { reason, action = '', message } = value as Record<string, unknown>;
  const isKnown = NOT_COLLECTED_REASONS.some((known) => known === reason);
  return isKnown && typeof message === 'string' && typeof action === 'string';
}
