import { GraphQLError, type GraphQLSchema, isEnumType } from "graphql";
import { alternatives } from "./wording.js";

/** The end of a message of graphql-js about a value that its enum does not have. */
const NO_SUCH_VALUE = /(?:does not exist in "(\w+)" enum|Enum "(\w+)" cannot represent non-(?:string|enum) value)/g;

/** The start of Apollo Server's message about a request that a page of another origin could send. */
const MAYBE_FORGED = "This operation has been blocked as a potential Cross-Site Request Forgery";

/**
 * The message of an error with what to do, where the libraries do not say it.
 * @param message as the library writes it
 * @param schema the schema whose enum values may be named; null if clients may not query it
 */
export function plainMessage(message: string, thrown: unknown, schema: GraphQLSchema | null): string {
  if (message.startsWith(MAYBE_FORGED)) return "A GET request needs the header `apollo-require-preflight: true`.";
  if (thrown instanceof GraphQLError && statusOf(thrown) === 406) {
    return "Send `Accept: application/graphql-response+json` or `application/json`.";
  }
  // The message may quote the client's value, so only the last match is certainly the library's.
  const [, name, other] = [...message.matchAll(NO_SUCH_VALUE)].at(-1) ?? [];
  const type = schema?.getType(name ?? other ?? "");
  if (!isEnumType(type)) return message;
  return `${message} Give ${alternatives(type.getValues().map((value) => value.name))}.`;
}

function statusOf({ extensions }: GraphQLError): unknown {
  return (extensions["http"] as { readonly status?: unknown } | undefined)?.status;
}
