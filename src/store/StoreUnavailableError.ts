/**
 * The store cannot answer now; a later retry may succeed. The message is for the operator and may name hosts, so the GraphQL layer sends
 * clients a message of its own.
 */
export class StoreUnavailableError extends Error {
  override readonly name = "StoreUnavailableError";
}
