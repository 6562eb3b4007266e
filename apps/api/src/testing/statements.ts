import type { Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';

/** A database that counts the statements that are sent to it. */
export function countingStatements(db: Kysely<Tables>) {
  let statements = 0;
  const counted = db.withPlugin({
    transformQuery: ({ node }) => {
      statements++;
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  /** How many statements something takes. */
  const during = async (act: () => Promise<unknown>): Promise<number> => {
    const before = statements;
    await act();
    return statements - before;
  };
  return { db: counted, during };
}
