import { serviceOf, type RecordedResource } from '@plumbline/model';
import type { StageResourceTable } from '../../store/tables.ts';
import { storableDocument } from '../storable.ts';
import { hashOfText } from './hash.ts';

/** A row of the stage without the scan and the account. */
export type ResourceRow = Omit<StageResourceTable, 'scan_id' | 'account_id' | 'known'>;

/** @param resource its names are storable: the snapshot's reader sees to it. */
export function resourceRow(
  id: string,
  { type, region, id: externalId, name, tags, facets }: RecordedResource,
  hash: string,
): ResourceRow {
  return {
    id,
    type,
    service: serviceOf(type),
    region,
    external_id: externalId,
    name,
    tags: storableDocument(tags),
    config: storableDocument(facets),
    hash,
  };
}

/** The same for the same text of a resource. @param text its line in the snapshot, if it has one */
export function resourceHash(resource: RecordedResource, text: string | null): string {
  return hashOfText(text ?? storableDocument(resource));
}
