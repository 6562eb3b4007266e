const { PLUMBLINE_SEED, PLUMBLINE_RUNS } = process.env;

/** Where the random numbers of property tests begin: always the same, unless `PLUMBLINE_SEED` says another. */
export const SEED = Number(PLUMBLINE_SEED ?? 20_261_123);
/** How many examples each property is held to. */
export const RUNS = Number(PLUMBLINE_RUNS ?? 8);
