const { PLUMBLINE_SEED, PLUMBLINE_ROUNDS, PLUMBLINE_RECORD } = process.env;

/** Where the random numbers begin: always the same, unless `PLUMBLINE_SEED` says another. */
export const SEED = Number(PLUMBLINE_SEED ?? 20_261_123);
/** Rounds: few, unless `PLUMBLINE_ROUNDS` says how many. */
export const ROUNDS = Number(PLUMBLINE_ROUNDS ?? 3);
/** File to which each round is appended as a line of JSON. */
export const RECORD = PLUMBLINE_RECORD ?? null;
