import { useState } from 'react';
import { RequirementMark } from '../../components/status-mark.tsx';
import { REQUIREMENT_STATUSES } from '../../lib/compliance-search.ts';
import { formatCount } from '../../lib/format.ts';
import type { FragmentOf } from '../../lib/graphql.ts';
import { RequirementItem, type RequirementItemFragment } from './requirement-item.tsx';
import type { TreeNode, TreeRequirement, TreeSection } from './requirement-tree.ts';
import classes from './compliance.module.css';

type Section = TreeSection & { readonly number: string; readonly title: string };
type Requirement = TreeRequirement & { readonly id: string } & FragmentOf<typeof RequirementItemFragment>;
type Node = TreeNode<Section, Requirement>;

interface SectionListProps {
  readonly nodes: readonly Node[];
  readonly account: string;
  /** Whether chapters are open at first. */
  readonly open: boolean;
}

export function SectionList({ nodes, account, open }: SectionListProps) {
  return (
    <ul className={classes['sections']}>
      {nodes.map((node) => (
        <li key={node.section.id}>
          <SectionItem node={node} account={account} open={open} />
        </li>
      ))}
    </ul>
  );
}

function SectionItem({ node, account, open }: Omit<SectionListProps, 'nodes'> & { readonly node: Node }) {
  // What is folded is not drawn: a framework may have a thousand requirements.
  const [isOpen, setOpen] = useState(open);
  const { section, children, requirements, counts } = node;
  return (
    <details className={classes['section']} open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <span className={classes['sectionTitle']}>
          {section.number !== section.title && <span className="mono">{section.number}</span>} {section.title}
        </span>
        <span className={classes['sectionCounts']}>
          {REQUIREMENT_STATUSES.filter((status) => counts.has(status)).map((status) => (
            <span key={status}>
              <RequirementMark status={status} /> <span className="num">{formatCount(counts.get(status) ?? 0)}</span>
            </span>
          ))}
        </span>
      </summary>
      {isOpen && children.length > 0 && <SectionList nodes={children} account={account} open={open} />}
      {isOpen && requirements.length > 0 && (
        <ul className={classes['requirements']}>
          {requirements.map((requirement) => (
            <li key={requirement.id}>
              <RequirementItem requirement={requirement} account={account} />
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
