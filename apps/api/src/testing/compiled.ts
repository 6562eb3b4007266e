const { NODE_COMPILE_CACHE } = process.env;

/** For processes that tests start: where Node keeps what it compiled, so that each does not do it again. */
export const COMPILED: Readonly<Record<string, string>> = NODE_COMPILE_CACHE ? { NODE_COMPILE_CACHE } : {};
