import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { parseYamlRecords } from "../../src/dataset/parseRecords.js";

const valuesOf = (content: string) => parseYamlRecords("file.yaml", content).values ?? undefined;

describe("YAML", () => {
  test.each(readdirSync("seed").filter((name) => name.endsWith(".yaml") && name !== "dataset.yaml"))(
    "%s of the seed is read by both parsers, the fast one and the one with line numbers, in the same way",
    (name) => {
      const content = readFileSync(`seed/${name}`, "utf8");
      expect(valuesOf(content)).toEqual(parse(content));
    },
  );

  test.each([
    ...[
      "1_000",
      "0b1",
      "012",
      "0o14",
      "0x1F",
      "+1",
      "1e3",
      "-.5",
      "1.",
      ".inf",
      "1:30",
      "~",
      "null",
      "NULL",
      "yes",
      "True",
    ],
    ...[
      "2025-01-01",
      "'1'",
      '"a\\tb"',
      "a: b",
      "<<: {}",
      "!!str 1",
      "text # remark",
      "é",
      "[]",
      "{ a: , b }",
      "[1, , 2]",
    ],
    ...["|\n  a\n  b\n", ">-\n  a\n  b\n", "&x { a: 1 }\n- *x", "? a\n  : b", "'a\n  b'", "a\r\n- b", "@a", "`a", "%a"],
  ])("%j is read as YAML 1.2, or not at all", (text) => {
    const content = `- ${text}\n`;
    let expected: unknown;
    try {
      expected = parse(content, { strict: true });
    } catch {
      expected = undefined;
    }
    expect(valuesOf(content)).toEqual(expected);
  });

  test("finds the line of a path, or of the nearest existing part of it", () => {
    const { lineAt } = parseYamlRecords("file.yaml", "- a: 1\n- a: 1\n  b:\n    - c\n    - { d: 1 }\n");
    expect(lineAt(0, [])).toBe(1);
    expect([["b"], ["b", 1, "d"], ["b", 7], ["nothing"]].map((path) => lineAt(1, path))).toEqual([3, 5, 3, 2]);
  });
});
