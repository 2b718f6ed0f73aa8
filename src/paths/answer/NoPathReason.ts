/** Why there is no path: the graph joins the roles in no way, or it does and the constraints forbid every way. */
export const NoPathReason = {
  NOT_CONNECTED: "NOT_CONNECTED",
  CONSTRAINED: "CONSTRAINED",
} as const;
export type NoPathReason = (typeof NoPathReason)[keyof typeof NoPathReason];
