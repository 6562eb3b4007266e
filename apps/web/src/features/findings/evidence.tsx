import { Group, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { CopyButton } from '../../components/copy-button.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql.ts';
import type { Json } from '../../lib/json.ts';
import { EvidenceItemFragment, EvidenceTable } from './evidence-table.tsx';
import { JsonView } from './json-view.tsx';
import classes from './evidence.module.css';

export const EvidenceFragment = graphql(
  `
    fragment Evidence on Finding {
      resource {
        id
        name
      }
      evidence {
        collectedAt
        collectedFrom
        sha256
        snapshot
        items {
          ...EvidenceItem
          pointer
          resource {
            id
            name
            config
          }
        }
      }
    }
  `,
  [EvidenceItemFragment],
);

/** What the pointers go into: the finding's own resource, and those it hangs on. */
interface Configuration {
  readonly id: string;
  readonly name: string;
  readonly json: Json;
}

/** The values that decided, expected against actual, and the configuration they stand in, opened at their lines. */
export function Evidence({ finding: reference }: { readonly finding: FragmentOf<typeof EvidenceFragment> }) {
  const { resource, evidence } = readFragment(EvidenceFragment, reference);
  const { items, snapshot, collectedAt, collectedFrom, sha256 } = evidence;
  const own: Configuration = { ...resource, json: snapshot };
  const related = items.flatMap((item) =>
    item.resource && item.resource.id !== own.id ? [{ ...item.resource, json: item.resource.config }] : [],
  );
  const configurations = [...new Map([own, ...related].map((one) => [one.id, one])).values()];
  const idOf = (item: (typeof items)[number]) => item.resource?.id ?? own.id;

  const [focus, setFocus] = useState(() => ({
    id: items[0] ? idOf(items[0]) : own.id,
    pointer: items[0]?.pointer ?? '',
  }));
  const shown = configurations.find(({ id }) => id === focus.id) ?? own;
  const pointers = items.filter((item) => idOf(item) === shown.id).map(({ pointer }) => pointer);

  return (
    <div className={classes['evidence']}>
      {items.length > 0 && (
        <EvidenceTable
          items={items}
          focused={items.findIndex((item) => idOf(item) === focus.id && item.pointer === focus.pointer)}
          onShow={(index) => {
            const item = items[index];
            if (item) setFocus({ id: idOf(item), pointer: item.pointer });
          }}
        />
      )}
      <Group justify="space-between" gap="xs">
        {configurations.length > 1 ? (
          <SegmentedControl
            size="xs"
            aria-label="Configuration of"
            value={shown.id}
            data={configurations.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id) => {
              const first = items.find((item) => idOf(item) === id);
              setFocus({ id, pointer: first?.pointer ?? '' });
            }}
          />
        ) : (
          <span className={classes['dim']}>
            Configuration of <span className="mono">{shown.name}</span>
          </span>
        )}
        <CopyButton value={JSON.stringify(shown.json, null, 2)} what="JSON" />
      </Group>
      <JsonView
        key={shown.id}
        label={`Configuration of ${shown.name}`}
        value={shown.json}
        marked={pointers}
        focus={focus.pointer}
      />
      <p className={classes['source']}>
        Read <TimeAgo at={collectedAt} />
        {collectedFrom.length > 0 && (
          <>
            {' '}
            with <span className="mono">{collectedFrom.join(', ')}</span>
          </>
        )}
        . SHA-256 <span className="mono" title={sha256}>{`${sha256.slice(0, 12)}…`}</span>
        <CopyButton compact value={sha256} what="SHA-256" />
      </p>
    </div>
  );
}
