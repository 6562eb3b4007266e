import { facetSource, isCollected, NOT_COLLECTED_REASONS, type Absence, type RecordedResource } from '@plumbline/model';
import type { Missing } from './outcome.ts';

/** The facets asked for, or what of them is missing. */
export function readFacets(
  resource: RecordedResource,
  names: readonly string[],
  prefix = '',
): { readonly facets: Record<string, unknown>; readonly missing: readonly Missing[] } {
  const facets: Record<string, unknown> = {};
  let missing: Missing[] | undefined;
  for (const name of names) {
    const value = Object.hasOwn(resource.facets, name) ? resource.facets[name] : undefined;
    const absence = absenceOf(resource.type, name, value);
    if (absence) (missing ??= []).push({ fact: prefix + name, ...absence });
    else facets[name] = value;
  }
  return { facets, missing: missing ?? NONE };
}

const NONE: readonly Missing[] = [];

/** Why a recorded value cannot be used; `null` when it can. */
function absenceOf(type: string, facet: string, value: unknown): Absence | null {
  if (value === null) return null;
  const source = facetSource(type, facet);
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
