import {
  facetSource,
  isCollected,
  NOT_COLLECTED_REASONS,
  type Absence,
  type NotCollected,
  type RecordedResource,
} from '@plumbline/model';
import type { Missing } from './outcome.ts';

export type FacetValues = Record<string, unknown>;

/** A facet of one resource of a type after the other. */
export class FacetSlot {
  readonly name: string;
  value: unknown = null;
  /** `null`: it is there. */
  missing: Missing | null = null;
  readonly #source: ReturnType<typeof facetSource>;
  readonly #fact: string;

  constructor(name: string, type: string, prefix: string) {
    this.name = name;
    this.#source = facetSource(type, name);
    this.#fact = prefix + name;
  }

  read({ facets }: RecordedResource): void {
    const found = facets[this.name];
    const value = found === undefined || Object.hasOwn(facets, this.name) ? found : undefined;
    this.value = value;
    const absence = absenceOf(this.#source, value);
    this.missing = absence && { fact: this.#fact, ...absence };
  }
}

/** Why a recorded value cannot be used; `null` when it can. */
function absenceOf(source: ReturnType<typeof facetSource>, value: unknown): Absence | null {
  if (value === null) return null;
  const action = source?.action;
  if (value === undefined) return { reason: 'NOT_RECORDED', action, message: 'The recording does not have it.' };
  if ((value as Partial<NotCollected>).notCollected !== undefined && !isCollected(value)) {
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
