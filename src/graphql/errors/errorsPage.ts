import { append } from "../../model/append.js";
import { ERROR_CODES, ERROR_REASONS } from "./ErrorCode.js";

/** The statuses of BAD_REQUEST besides the one in `ERROR_CODES`, each with its cause. */
const OTHER_BAD_REQUESTS = {
  403: "A page of this origin may not use `/mcp`.",
  405: "`/graphql` does not accept this method, or a GET does not send a query.",
  406: "No answer fits the `Accept` header.",
  413: "The body is too large.",
  415: "The body is not sent as `application/json`.",
  421: "The service does not accept this host name.",
} as const satisfies Readonly<Record<number, string>>;

/** The page `docs/errors.md`: every code and reason, from the tables that the service uses. */
export function errorsPage(): string {
  // Codes that differ only in the kind of node share a row.
  const codesOfFacts = new Map<string, string[]>();
  for (const [code, { status, retry, meaning }] of Object.entries(ERROR_CODES)) {
    append(codesOfFacts, `${status} | ${retry ? "yes" : "no"} | ${meaning}`, `\`${code}\``);
  }
  const codes = [...codesOfFacts].map(([facts, names]) => `| ${names.join(", ")} | ${facts} |`);
  const badRequests = Object.entries(OTHER_BAD_REQUESTS).map(([status, cause]) => `| ${status} | ${cause} |`);
  const reasons = Object.entries(ERROR_REASONS).map(([reason, meaning]) => `| \`${reason}\` | ${meaning} |`);
  return `# Errors

<!-- Written by \`npm run schema\` from src/graphql/errors/ (ErrorCode.ts, errorsPage.ts); change it there. -->

Every error of \`/graphql\` has \`extensions.code\`. An error about an argument's value also has \`extensions.argument\`, the path of the
argument, such as \`profile.skills[2]\`. If the value is a reference to a
node, \`extensions.reference\` is the text that was given, unless it is too long. A value of the wrong type is different: the whole operation is
refused, and the message or \`locations\` says where the value is.

Invalid references and out-of-range values in one field are reported together, as one error each. There are two exceptions: a cursor is
checked, and an id of \`neighborhood\` is looked up, only when all other arguments are valid. A field that fails is null; other fields are still answered.

| code | HTTP status | retry | what it means and what to do |
|---|---|---|---|
${codes.join("\n")}

\`BAD_REQUEST\` has these statuses besides ${ERROR_CODES.BAD_REQUEST.status}:

| HTTP status | cause |
|---|---|
${badRequests.join("\n")}

A client whose \`Accept\` header has \`application/json\` but not \`application/graphql-response+json\` gets 200 instead of 400 for
\`GRAPHQL_PARSE_FAILED\`, \`GRAPHQL_VALIDATION_FAILED\` and variables of the wrong type, as [GraphQL over HTTP](https://graphql.github.io/graphql-over-http/draft/) requires.

\`BAD_USER_INPUT\` has \`extensions.reason\`, except for a variable that does not have its declared type:

| reason | what it means and what to do |
|---|---|
${reasons.join("\n")}

## Errors of \`/mcp\`
If a tool fails, its result has \`isError\` and the errors as JSON text. In it, \`errors\` is a list; each error has \`message\`, \`code\` and
the other extensions at the same level.

Requests that are not valid for the protocol get an error of JSON-RPC, whose code is a number:
\`{ "jsonrpc": "2.0", "id": null, "error": { "code": -32600, "message": "…" } }\`. The status is 400 for an invalid body, 405 for a method
other than POST, and 406 for an \`Accept\` header that no answer fits. Refusals with 403, 413, 415, 421, 429 or 503 have the same form as
those of \`/graphql\`.
`;
}
