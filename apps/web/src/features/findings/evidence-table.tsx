import { VisuallyHidden } from '@mantine/core';
import { CopyButton } from '../../components/copy-button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Icon } from '../../components/icons.tsx';
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql.ts';
import classes from './evidence.module.css';

export const EvidenceItemFragment = graphql(`
  fragment EvidenceItem on EvidenceItem {
    pointer
    expected
    actual
    missing
    ok
    resource {
      id
      name
    }
  }
`);

interface EvidenceTableProps {
  readonly items: readonly FragmentOf<typeof EvidenceItemFragment>[];
  /** Index of the item whose line is shown. */
  readonly focused: number;
  readonly onShow: (index: number) => void;
}

/** Expected against actual, a row a value. */
export function EvidenceTable({ items, focused, onShow }: EvidenceTableProps) {
  return (
    <div className={classes['table']}>
      <DataTable
        caption="Values that decided"
        minWidth={520}
        head={
          <>
            <th>Where</th>
            <th>Expected</th>
            <th>Actual</th>
          </>
        }
      >
        {items.map((reference, index) => {
          const { pointer, expected, actual, missing, ok, resource } = readFragment(EvidenceItemFragment, reference);
          return (
            <tr key={`${resource?.id} ${pointer}`} className={index === focused ? classes['focused'] : undefined}>
              <td>
                <div className={classes['pointer']}>
                  <button type="button" data-show onClick={() => onShow(index)} title="Show the line">
                    <Breakable pointer={pointer} />
                  </button>
                  <CopyButton compact value={pointer} what="path" />
                </div>
                {resource && <div className={classes['dim']}>in {resource.name}</div>}
              </td>
              <td>{expected}</td>
              <td>
                <div className={ok ? classes['good'] : classes['bad']}>
                  <Icon name={ok ? 'check' : 'cross'} size={14} />
                  <VisuallyHidden>{ok ? 'In order:' : 'Not in order:'}</VisuallyHidden>
                  <span className={classes['actual']}>{missing ? 'nothing there' : JSON.stringify(actual)}</span>
                </div>
              </td>
            </tr>
          );
        })}
      </DataTable>
    </div>
  );
}

/** A pointer that wraps before its slashes. */
function Breakable({ pointer }: { readonly pointer: string }) {
  if (pointer === '') return '/';
  return pointer.split(/(?=\/)/).map((part, index) => (
    <span key={index}>
      <wbr />
      {part}
    </span>
  ));
}
