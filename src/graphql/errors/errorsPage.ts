import { ERROR_CODES, ERROR_REASONS } from "./ErrorCode.js";

/** The page `docs/errors.md`: every code and reason, from the tables that the service uses. */
export function errorsPage(): string {
  const codes = Object.entries(ERROR_CODES).map(
    ([code, { status, retry, meaning }]) => `| \`${code}\` | ${status} | ${retry ? "yes" : "no"} | ${meaning} |`,
  );
  const reasons = Object.entries(ERROR_REASONS).map(([reason, meaning]) => `| \`${reason}\` | ${meaning} |`);
  return `# Errors

<!-- Written by \`npm run schema\` from src/graphql/errors/ErrorCode.ts; change it there. -->

Every error has \`extensions.code\`. An error about an argument also has \`extensions.argument\`, its path such as
\`profile.skills[2]\`. If it concerns a reference, \`extensions.reference\` is the text that was given. All invalid references
and all values out of range of one field are reported together, each as an error of its own. A field that fails is null;
other fields are still answered.

| code | HTTP status | retry | what it means and what to do |
|---|---|---|---|
${codes.join("\n")}

A client whose \`Accept\` header has \`application/json\` but not \`application/graphql-response+json\` gets 200 instead of 400 for
\`GRAPHQL_PARSE_FAILED\`, \`GRAPHQL_VALIDATION_FAILED\` and variables of the wrong type, as [GraphQL over HTTP](https://graphql.github.io/graphql-over-http/draft/) requires.

\`BAD_USER_INPUT\` has \`extensions.reason\`:

| reason | what it means and what to do |
|---|---|
${reasons.join("\n")}
`;
}
