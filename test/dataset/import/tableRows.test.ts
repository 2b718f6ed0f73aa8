import { describe, expect, test } from "vitest";
import { ImportReport } from "../../../src/dataset/import/ImportReport.js";
import { commaSeparatedRows, tabSeparatedRows } from "../../../src/dataset/import/tableRows.js";

const file = (content: string) => ({ name: "table", content });

describe("a tab-separated table", () => {
  const read = (content: string, report = new ImportReport("Test")) => [
    ...tabSeparatedRows(file(content), ["b", "a"], report),
  ];

  test("is read by the names of its columns, quotes being plain and n/a missing", () => {
    expect(read('a\tx\tb\n"1"\t2\tn/a\n\u00a0 4 \t\t6\n')).toEqual([
      { line: 2, cells: { a: '"1"', b: null } },
      { line: 3, cells: { a: "4", b: "6" } },
    ]);
  });

  test("may start with a byte order mark, end its lines in CRLF and its last one in nothing", () => {
    expect(read("\ufeffa\tb\r\n1\t2\r\n3\t4")).toMatchObject([{ cells: { a: "1", b: "2" } }, { cells: { b: "4" } }]);
  });

  test("without a column, with rows of another width, or without anything, is a problem", () => {
    const report = new ImportReport("Test");
    expect(read("a\tc\n1\t2\n", report)).toEqual([]);
    expect(read("a\tb\n1\n3\t4\n", report)).toMatchObject([{ line: 3 }]);
    expect(read("", report)).toEqual([]);
    expect(() => report.assertSound()).toThrow(
      [
        "table:1: The table lacks the column b. Take the file as its publisher released it.",
        "table:2: The row has 1 cells where the header has 2. Take the file as its publisher released it.",
        "table: The table is empty. Take the file as its publisher released it.",
      ].join("\n"),
    );
  });
});

describe("a comma-separated table", () => {
  const read = (content: string) => [...commaSeparatedRows(file(content), ["a", "b"], new ImportReport("Test"))];

  test("may quote cells with commas, quotes and line breaks, and lines count on through them", () => {
    expect(read('a,b\r\n"x, ""y""","1\n2"\r\n,3\r\n')).toEqual([
      { line: 2, cells: { a: 'x, "y"', b: "1\n2" } },
      { line: 4, cells: { a: null, b: "3" } },
    ]);
  });

  test("may leave out empty cells at the end of a row", () => {
    expect(read("a,b\n1\n")).toEqual([{ line: 2, cells: { a: "1", b: null } }]);
  });

  test("ends where a quote is never closed, without hanging", () => {
    expect(read('a,b\n1,"2')).toEqual([{ line: 2, cells: { a: "1", b: "2" } }]);
  });
});
