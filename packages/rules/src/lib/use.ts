import { isCollected } from '@plumbline/model';
import { nonEmpty, pass, unknown, type NotRead, type Outcome } from '../kernel/outcome.ts';
import type { Related } from '../kernel/relation.ts';

/** Users of a resource, or one of them where that is enough to know. */
type Users = readonly Related[] | Related | null | NotRead;

/** Passes where there is a user of the resource; fails where all were read and there is none. */
export function judgeUse(users: readonly Users[], unused: Outcome): Outcome {
  if (users.some(isSome)) return pass;
  const missing = nonEmpty(users.flatMap((each) => (isCollected(each) ? [] : [each.notCollected])));
  return missing ? unknown(...missing) : unused;
}

function isSome(users: Users): boolean {
  return Array.isArray(users) ? users.length > 0 : users !== null && isCollected(users);
}
