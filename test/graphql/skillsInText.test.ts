import { beforeAll, describe, expect, test } from "@jest/globals";
import { type Ask, askingSeed, operation } from "./seedService.js";

let ask: Ask;
beforeAll(async () => {
  ask = await askingSeed();
});

describe("the skills in a text", () => {
  test("have their positions, and their ids work in a profile", async () => {
    const text = "My CV 😀: Python, R&D and statistics; C++ and ML fundamentals.";
    const { data, errors } = await ask(operation("skills-in-text"), { text });
    expect(errors).toBeUndefined();
    const rows = data.skillsIn as { text: string; start: number; end: number; skill: { id: string } }[];
    expect(rows.map(({ text, skill }) => [text, skill.id])).toEqual([
      ["Python", "skill:python"],
      ["statistics", "skill:statistics"],
      ["C++", "skill:cpp"],
      ["ML fundamentals", "skill:basic-ml-algorithms"],
    ]);
    for (const row of rows) expect(text.slice(row.start, row.end)).toBe(row.text);
    const skills = rows.map(({ skill }) => skill.id);
    const gap = await ask(`query ($p: ProfileInput) { skillGap(to: "Data Scientist", profile: $p) { coverage } }`, {
      p: { skills },
    });
    expect(gap.errors).toBeUndefined();
  });

  test("are refused for a text over 20 KB, measured in bytes, and the error does not repeat the text", async () => {
    const most = `${"é".repeat(10_236)} Python.`;
    expect(Buffer.byteLength(most)).toBe(20_480);
    const { data } = await ask(operation("skills-in-text"), { text: most });
    expect(data.skillsIn).toMatchObject([{ text: "Python", start: 10_237, end: 10_243 }]);
    const long = await ask(operation("skills-in-text"), { text: `${most}.` });
    expect(long).toMatchObject({
      data: { skillsIn: null },
      errors: [
        {
          message: "The text has 20481 bytes of UTF-8; the limit is 20480. Send it in parts.",
          extensions: { code: "BAD_USER_INPUT", reason: "OUT_OF_RANGE", argument: "text" },
        },
      ],
    });
  });

  test("of long texts count as several searches, so that few fit into one operation", async () => {
    const many = (count: number): string =>
      `query ($text: String!) { ${Array.from({ length: count }, (_, i) => `a${i}: skillsIn(text: $text) { start }`).join(" ")} }`;
    const text = "x ".repeat(10_000);
    expect((await ask(many(10), { text })).errors).toBeUndefined();
    expect(await ask(many(25), { text })).toMatchObject({ errors: [{ extensions: { code: "QUERY_TOO_COMPLEX" } }] });
    expect((await ask(many(25), { text: "Python" })).errors).toBeUndefined();
  });
});
