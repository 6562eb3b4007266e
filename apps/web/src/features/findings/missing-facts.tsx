import { DataTable } from '../../components/data-table.tsx';
import { Notice } from '../../components/message.tsx';
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql.ts';
import { GAP_LABELS } from '../../lib/labels.ts';

export const MissingFactsFragment = graphql(`
  fragment MissingFacts on Finding {
    stale
    missing {
      name
      kind
      action
      message
    }
  }
`);

/** What could not be read, where that is why there is no verdict. */
export function MissingFacts({ finding }: { readonly finding: FragmentOf<typeof MissingFactsFragment> }) {
  const { stale, missing } = readFragment(MissingFactsFragment, finding);
  if (missing.length === 0) return null;
  const title = stale
    ? 'Shown as it was last read: what it needs can no longer be read'
    : 'No verdict: what the rule needs could not be read';
  return (
    <Notice tone="warning" title={title}>
      <DataTable
        caption="What could not be read"
        minWidth={480}
        head={
          <>
            <th>Fact</th>
            <th>Why</th>
            <th>Permission</th>
          </>
        }
      >
        {missing.map(({ name, kind, action, message }) => (
          <tr key={`${name} ${action}`}>
            <td className="mono">{name}</td>
            <td>
              {GAP_LABELS[kind]}: {message}
            </td>
            <td className="mono">{action ?? '–'}</td>
          </tr>
        ))}
      </DataTable>
    </Notice>
  );
}
