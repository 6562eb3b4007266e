import { useMemo } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { formatFindingSearch, parseFindingSearch, type FindingSearch } from '../../lib/finding-search.ts';

/** The list's state, as the address has it. Changing it is a step back in the history, but for typing and moving on. */
export function useFindingSearch() {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const search = useMemo(() => parseFindingSearch(params), [params]);
  const change = (next: FindingSearch, { replace = false } = {}) => {
    void navigate({ pathname: '/findings', search: formatFindingSearch(next) }, { replace, preventScrollReset: true });
  };
  return [search, change] as const;
}
