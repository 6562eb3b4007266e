import type { RecordedResource } from './resource.ts';
import type { Listing, SnapshotHeader } from './snapshot.ts';

/**
 * One line of an NDJSON snapshot, its newline included. The first is the header; resources and listings follow in any order. A
 * writer does well to put a listing after the resources it lists: one cut off between two lines then does not call itself complete.
 *
 * The same content always gives the same bytes: the keys of the line itself stand in the order of the format, those of everything
 * inside it (tags, facets, what is in them) are sorted. Lists stay as they are. This makes snapshots comparable byte by byte, and
 * reading them more than twice as fast, as the parser meets the same shapes again and again.
 */
export function snapshotLine(part: SnapshotHeader | RecordedResource | { readonly listing: Listing }): string {
  return `${JSON.stringify(inOrder(part))}\n`;
}

function inOrder(part: SnapshotHeader | RecordedResource | { readonly listing: Listing }): object {
  if ('format' in part) {
    const { format, version, provider, partition, account, regions, collectedAt } = part;
    return { format, version, provider, partition, account, regions, collectedAt };
  }
  if ('listing' in part) {
    const { type, region, complete, notCollected } = part.listing;
    return { listing: { type, region, complete, notCollected: sorted(notCollected) } };
  }
  const { type, id, name, region, tags, facets } = part;
  return { type, id, name, region, tags: sorted(tags), facets: sorted(facets) };
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  // Not by assignment: a key may be `__proto__`.
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
