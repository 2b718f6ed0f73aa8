/**
 * The store cannot answer now; trying again later may help. The message is written for whoever runs the service and may
 * name hosts: the GraphQL layer answers with a message of its own.
 */
export class StoreUnavailableError extends Error {
  override readonly name = "StoreUnavailableError";
}
