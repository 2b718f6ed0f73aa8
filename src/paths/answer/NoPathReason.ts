/** Why there is no path: the graph does not connect the roles, or the constraints forbid every path. */
export const NoPathReason = {
  NOT_CONNECTED: "NOT_CONNECTED",
  CONSTRAINED: "CONSTRAINED",
} as const;
export type NoPathReason = (typeof NoPathReason)[keyof typeof NoPathReason];
