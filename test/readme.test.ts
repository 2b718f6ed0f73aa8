import { readFileSync, writeFileSync } from "node:fs";
import { format } from "prettier";
import { describe, expect, test } from "@jest/globals";
import { askingSeed } from "./graphql/seedService.js";

/** A question in the README and the answer that follows it. */
const EXAMPLE = /```graphql\n([^]*?)```\n\n```json\n[^]*?```/g;

describe("The README", () => {
  test("shows real questions with their real answers", async () => {
    const ask = await askingSeed();
    const readme = readFileSync("README.md", "utf8");
    const questions = [...readme.matchAll(EXAMPLE)].map((match) => match[1] as string);
    expect(questions.length).toBeGreaterThan(2);
    const answers = await Promise.all(
      questions.map(async (question) => {
        const { errors, data } = await ask(question);
        const answer =
          errors === undefined
            ? { data }
            : { errors: errors.map(({ message, extensions }) => ({ message, extensions })), data };
        return format(JSON.stringify(answer), { parser: "json", printWidth: 120 });
      }),
    );
    let next = 0;
    const asItShouldBe = readme.replaceAll(
      EXAMPLE,
      (_, question: string) => `\`\`\`graphql\n${question}\`\`\`\n\n\`\`\`json\n${answers[next++]}\`\`\``,
    );
    if (process.env["README"] === "write") writeFileSync("README.md", asItShouldBe);
    else expect(readme).toBe(asItShouldBe); // `README=write npm test -- test/readme.test.ts` writes the answers anew.
  });

  test("names every variable that configures the service", () => {
    const readme = readFileSync("README.md", "utf8");
    const config = readFileSync("src/server/Config.ts", "utf8");
    const variables = [...config.matchAll(/^ {2}([A-Z][A-Z0-9_]+): z/gm)].map((match) => match[1] as string);
    expect(variables.length).toBeGreaterThan(7);
    for (const variable of variables) expect(readme).toContain(`\`${variable}\``);
  });
});
