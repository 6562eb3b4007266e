import type { PolicyStatement } from '@plumbline/model';
import { listOf, touchesAction } from './policy-document.ts';

/** Accounts write the same few hundred actions over and over. */
const MOST = 2000;

/**
 * Makes a function that tells which of some groups of actions a statement is about: bit 0 stands for the first group. What an action
 * stands for is found out once, for all statements that write it.
 */
export function touchedActions(groups: readonly (readonly string[])[]): (statement: PolicyStatement) => number {
  const known = new Map<string, number>();
  const read = (statement: PolicyStatement) =>
    groups.reduce(
      (bits, actions, index) => (actions.some((each) => touchesAction(statement, each)) ? bits | (1 << index) : bits),
      0,
    );
  const readAction = (action: string) => {
    let bits = known.get(action);
    if (bits === undefined) {
      bits = read({ Action: [action] });
      if (known.size < MOST) known.set(action, bits);
    }
    return bits;
  };
  return (statement) => {
    if (statement.NotAction !== undefined) return read(statement);
    let bits = 0;
    for (const action of listOf(statement.Action)) bits |= readAction(action);
    return bits;
  };
}
