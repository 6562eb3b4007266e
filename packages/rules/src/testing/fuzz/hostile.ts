import type { RecordedResource } from '@plumbline/model';
import * as fc from 'fast-check';
import { oddNumber, oddText } from './odd-values.ts';
import { placesIn, withValueAt } from './places.ts';

/** Puts anything at all into some place of a resource's facets. */
export interface Damage {
  readonly where: number;
  readonly value: unknown;
}

export const { anything } = fc.letrec((tie) => ({
  anything: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(
      null,
      true,
      false,
      [],
      {},
      [null],
      [[]],
      { notCollected: null },
      { notCollected: { reason: 'BROKEN' } },
    ),
    oddText,
    oddNumber,
    fc.array(tie('anything'), { maxLength: 3 }),
    fc.dictionary(oddText, tie('anything'), { maxKeys: 3 }),
  ),
}));

export const damage: fc.Arbitrary<Damage> = fc.record({ where: fc.nat(), value: anything });

export function damaged<T extends RecordedResource>(resource: T, { where, value }: Damage): T {
  const places = placesIn(resource.facets);
  const { path } = places[where % places.length] ?? { path: [] };
  if (path.length === 0) return resource;
  return { ...resource, facets: withValueAt(resource.facets, path, value) as T['facets'] };
}
