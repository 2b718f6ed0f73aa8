import type { RequestId } from "@modelcontextprotocol/server";

/** Error codes of JSON-RPC 2.0. */
export const PARSE_ERROR = -32_700;
export const INVALID_REQUEST = -32_600;
export const INVALID_PARAMS = -32_602;

/** A JSON-RPC answer with an error. @param id of the request; null if it is unknown */
export function jsonRpcError(code: number, message: string, id: RequestId | null = null) {
  return { jsonrpc: "2.0", id, error: { code, message } };
}

/** The id of a request that may be malformed; null if it has none. */
export function requestIdOf(message: unknown): RequestId | null {
  const id = (message as { readonly id?: unknown } | null | undefined)?.id;
  return typeof id === "string" || typeof id === "number" ? id : null;
}
