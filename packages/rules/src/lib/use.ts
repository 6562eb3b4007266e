import { isCollected } from '@plumbline/model';
import { nonEmpty, pass, unknown, type NotRead, type Outcome } from '../kernel/outcome.ts';

/** Passes where one of the lists holds a user of the resource; fails where all were read and none does. */
export function judgeUse(users: readonly (readonly unknown[] | NotRead)[], unused: Outcome): Outcome {
  if (users.some((list) => isCollected(list) && list.length > 0)) return pass;
  const missing = nonEmpty(users.flatMap((list) => (isCollected(list) ? [] : [list.notCollected])));
  return missing ? unknown(...missing) : unused;
}
