/** Limits in force for every operation, over HTTP and over WebSocket. */
export const LIMITS = {
  maxDepth: 10,
  maxCost: 5000,
  maxPageSize: 500,
  maxAliases: 30,
  maxTokens: 4000,
  maxBodyBytes: 1_000_000,
} as const;
