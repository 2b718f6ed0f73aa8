import { ERROR_CODES, ERROR_REASONS } from "./ErrorCode.js";

/** The page `docs/errors.md`: every code and reason, from the table that the service itself uses. */
export function errorsPage(): string {
  const codes = Object.entries(ERROR_CODES).map(
    ([code, { status, retry, meaning }]) => `| \`${code}\` | ${status} | ${retry ? "yes" : "no"} | ${meaning} |`,
  );
  const reasons = Object.entries(ERROR_REASONS).map(([reason, meaning]) => `| \`${reason}\` | ${meaning} |`);
  return `# Errors

<!-- Written by \`npm run schema\` from src/graphql/errors/ErrorCode.ts; change it there. -->

Every error has \`extensions.code\`. An error about an argument also has \`extensions.argument\`, its path such as
\`profile.skills[2]\`, and where it is about a reference \`extensions.reference\`, what was given. All that is wrong with the references
and bounds of a field comes at once, an error each. A field that fails is null, and the fields beside it are answered.

| code | HTTP status | ask again | what it means and what to do |
|---|---|---|---|
${codes.join("\n")}

A client that names \`application/json\` in \`Accept\` and not \`application/graphql-response+json\` gets 200 instead of 400 for
\`GRAPHQL_PARSE_FAILED\`, \`GRAPHQL_VALIDATION_FAILED\` and variables of another type, as [GraphQL over HTTP](https://graphql.github.io/graphql-over-http/draft/) has it.

\`BAD_USER_INPUT\` has \`extensions.reason\`:

| reason | what it means and what to do |
|---|---|
${reasons.join("\n")}
`;
}
