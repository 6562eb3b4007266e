import { useState } from 'react';
import { toQuery, type FindingSearch } from '../../lib/finding-search.ts';

/** The query that the list shows: what is in the bar, or while that has a mistake the last one without; `null` before there was any. */
export function useShownQuery(search: FindingSearch): string | null {
  const query = toQuery(search);
  const [shown, setShown] = useState(query);
  if (query !== null && query !== shown) setShown(query);
  return query ?? shown;
}
