/**
 * What is wrong with the form of a `tools/call` request; null if nothing is, and for any other message. The SDK refuses the same requests, but
 * with the raw output of its validator.
 */
export function callProblem(message: object): string | null {
  const { method, params } = message as { readonly method?: unknown; readonly params?: unknown };
  if (method !== "tools/call") return null;
  const { name, arguments: given } = (params ?? {}) as { readonly name?: unknown; readonly arguments?: unknown };
  if (typeof name !== "string") return "`params.name` must be the name of a tool. `tools/list` lists the tools.";
  if (given === undefined || (typeof given === "object" && given !== null && !Array.isArray(given))) return null;
  return "`params.arguments` must be an object with the arguments by name. Omit it if there are none.";
}
