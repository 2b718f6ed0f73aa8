import { readFileSync, writeFileSync } from "node:fs";
import { format } from "prettier";
import { describe, expect, test } from "@jest/globals";
import { askingSeed } from "./graphql/seedService.js";

/** The pages that show operations with their answers. */
const PAGES = ["README.md", "docs/examples.md"];

/** An operation on a page, and the answer that follows it. */
const EXAMPLE = /```graphql\n([^]*?)```\n\n```json\n[^]*?```/g;

describe("The README", () => {
  test.each(PAGES)("shows the real answers, as do its pages: %s", async (page) => {
    const ask = await askingSeed();
    const text = readFileSync(page, "utf8");
    const questions = [...text.matchAll(EXAMPLE)].map((match) => match[1] as string);
    expect(questions).not.toHaveLength(0);
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
    const asItShouldBe = text.replaceAll(
      EXAMPLE,
      (_, question: string) => `\`\`\`graphql\n${question}\`\`\`\n\n\`\`\`json\n${answers[next++]}\`\`\``,
    );
    if (process.env["README"] === "write") writeFileSync(page, asItShouldBe);
    else expect(text).toBe(asItShouldBe); // `README=write npm test -- test/readme.test.ts` updates the answers.
  });

  test("is short, and docs/operations.md lists every environment variable", () => {
    expect(readFileSync("README.md", "utf8").split("\n").length).toBeLessThanOrEqual(251);
    const page = readFileSync("docs/operations.md", "utf8");
    const config = readFileSync("src/server/Config.ts", "utf8");
    const variables = [...config.matchAll(/^ {2}([A-Z][A-Z0-9_]+): z/gm)].map((match) => match[1] as string);
    expect(variables.length).toBeGreaterThan(7);
    for (const variable of variables) expect(page).toContain(`\`${variable}\``);
  });
});
