import fc from "fast-check";
import { describe, expect, test } from "@jest/globals";
import { ImportReport } from "../../../src/dataset/import/ImportReport.js";
import { commaSeparatedRows, tabSeparatedRows } from "../../../src/dataset/import/tableRows.js";
import { tableText } from "../../../src/dataset/import/tableText.js";

const file = (content: string) => ({ name: "table", content });

describe("a tab-separated table", () => {
  const read = (content: string, report = new ImportReport("Test")) => [
    ...tabSeparatedRows(file(content), ["b", "a"], report),
  ];

  test("is read by the names of its columns; quotes are plain characters and n/a means missing", () => {
    expect(read('a\tx\tb\n"1"\t2\tn/a\n\u00a0 4 \t\t6\n')).toEqual([
      { line: 2, cells: { a: '"1"', b: null } },
      { line: 3, cells: { a: "4", b: "6" } },
    ]);
  });

  test("may have CRLF line ends, and no line end after the last line", () => {
    expect(read("a\tb\r\n1\t2\r\n3\t4")).toMatchObject([{ cells: { a: "1", b: "2" } }, { cells: { b: "4" } }]);
  });

  test("is a problem if it lacks a column, has rows of another width, or is empty", () => {
    const report = new ImportReport("Test");
    expect(read("a\tc\n1\t2\n", report)).toEqual([]);
    expect(read("a\tb\n1\n3\t4\n", report)).toMatchObject([{ line: 3 }]);
    expect(read("", report)).toEqual([]);
    expect(() => report.assertSound()).toThrow(
      [
        "table:1: The table lacks the column b. Use the file as published.",
        "table:2: The row has 1 cells where the header has 2. Use the file as published.",
        "table: The table is empty. Use the file as published.",
      ].join("\n"),
    );
  });
});

describe("a tab-separated table that a spreadsheet saved", () => {
  const read = (content: string, report = new ImportReport("Test")) => [
    ...tabSeparatedRows(file(content), ["a", "b"], report),
  ];
  const cellsOf = (content: string) => read(content).map(({ cells }) => [cells.a, cells.b]);

  test("has its quoted cells unquoted, including those with tabs and line breaks, and line numbers stay right", () => {
    expect(read('a\tb\r\n"x, ""y"""\t"1\t2\r\n3"\r\n4\t5\r\n')).toEqual([
      { line: 2, cells: { a: 'x, "y"', b: "1\t2\n3" } },
      { line: 4, cells: { a: "4", b: "5" } },
    ]);
    expect(cellsOf('"a"\t"b"\n"1"\t"2"\n')).toEqual([["1", "2"]]);
  });

  test("is distinguished from a table without quoting, in which a double quote is a plain character", () => {
    // As in O*NET's own text: in the middle of a cell, or around a cell that a spreadsheet would not have quoted.
    expect(cellsOf('a\tb\nAlternate or "lay" titles\t1\n')).toEqual([['Alternate or "lay" titles', "1"]]);
    expect(cellsOf('a\tb\n"Ace"\t5" pipe\n')).toEqual([['"Ace"', '5" pipe']]);
    expect(cellsOf('a\tb\n"lay" titles, and so on\t"\n')).toEqual([['"lay" titles, and so on', '"']]);
  });

  test("is refused with the line of a broken quote, because other cells would otherwise keep their quotes", () => {
    const report = new ImportReport("Test");
    expect(read('a\tb\n"x, y"\t1\n"u, v"\t2\n"s"t\t3\n', report)).toEqual([]);
    expect(() => report.assertSound()).toThrow("table:4: A quoted cell of the row continues after its closing quote.");
  });

  test("is read as it was written, or refused if another table could have the same text", () => {
    const cell = fc.string({ unit: fc.constantFrom(..."ab ,\"'\t\n"), maxLength: 8 });
    const tables = (cells: fc.Arbitrary<string>) => fc.array(fc.tuple(fc.constant("x"), cells), { maxLength: 4 });
    const quotedAsNeeded = (text: string) => (/["\t\n,]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    const written = (rows: readonly (readonly string[])[], quote: (text: string) => string) =>
      [["a", "b"], ...rows].map((cells) => `${cells.map(quote).join("\t")}\n`).join("");
    const trimmed = (rows: readonly (readonly string[])[]) =>
      rows.map((cells) => cells.map((text) => (text.trim() === "" ? null : text.trim())));
    const check = (rows: readonly (readonly string[])[], text: string, mayBeRefused: RegExp) => {
      const report = new ImportReport("Test");
      const found = read(text, report).map(({ cells }) => [cells.a, cells.b]);
      try {
        report.assertSound();
      } catch (error) {
        expect(String(error)).toContain("quotes of the row are ambiguous");
        expect(rows.flat().some((each) => mayBeRefused.test(each))).toBe(true);
        return;
      }
      expect(found).toEqual(trimmed(rows));
    };
    fc.assert(
      fc.property(tables(cell), (rows) => check(rows, written(rows, quotedAsNeeded), /[\t\n]/)),
      { numRuns: 400 },
    );
    const plainCell = cell.map((text) => text.replace(/[\t\n]/g, " ")).filter((text) => !/^".*"$/.test(text));
    fc.assert(
      fc.property(tables(plainCell), (rows) =>
        check(
          rows,
          written(rows, (text) => text),
          /^"/,
        ),
      ),
      { numRuns: 400 },
    );
  });
});

describe("a comma-separated table", () => {
  const read = (content: string, report = new ImportReport("Test"), ragged = false) => [
    ...commaSeparatedRows(file(content), ["a", "b"], report, { ragged }),
  ];

  test("may quote cells with commas, quotes and line breaks, and line numbers stay right", () => {
    expect(read('a,b\r\n\r\n"x, ""y""","1\n2\r\n3"\r\n,3\r\n')).toEqual([
      { line: 3, cells: { a: 'x, "y"', b: "1\n2\n3" } },
      { line: 6, cells: { a: null, b: "3" } },
    ]);
  });

  test("may omit empty cells at the end of a row only if its publisher does", () => {
    expect(read("a,b\n1\n", undefined, true)).toEqual([{ line: 2, cells: { a: "1", b: null } }]);
    const report = new ImportReport("Test");
    expect(read("a,b\n1\n", report)).toEqual([]);
    expect(() => report.assertSound()).toThrow("table:2: The row has 1 cells where the header has 2.");
  });

  test.each([
    ["is never closed", 'a,b\n1,2\n4,"five\n6,7\n', "table:3: A cell of the row has an opening quote without"],
    [
      "is closed by the quote of the next cell",
      'a,b\n4,"five\n6,"x, y"\n',
      "table:2: A quoted cell of the row continues after",
    ],
    ["closes too early", 'a,b\n"1\n2",3\n4,"five"six\n', "table:4: A quoted cell of the row continues after"],
    ["is in the middle of a cell", 'a,b\n4,fi"ve\n', "table:2: A cell of the row contains a quote but is not quoted"],
  ])("is refused with the line of a quote that %s, and no row is read", (_, content, message) => {
    const report = new ImportReport("Test");
    expect(read(content, report)).toEqual([]);
    expect(() => report.assertSound()).toThrow(message);
  });
});

describe("the text of a table", () => {
  const TEXT = "a\tb\né\t☕\n";
  const utf16be = (text: string) => Buffer.from(text, "utf16le").swap16();

  test("is read as UTF-8 or UTF-16, by its byte order mark", () => {
    expect(tableText(Buffer.from(TEXT))).toBe(TEXT);
    expect(tableText(Buffer.from(`\ufeff${TEXT}`))).toBe(TEXT);
    expect(tableText(Buffer.from(`\ufeff${TEXT}`, "utf16le"))).toBe(TEXT);
    expect(tableText(utf16be(`\ufeff${TEXT}`))).toBe(TEXT);
  });

  test("is refused in any other encoding, and if it is incomplete", () => {
    expect(tableText(Buffer.from("caf\xe9", "latin1"))).toBeNull();
    expect(tableText(Buffer.from(TEXT, "utf16le"))).toBeNull();
    expect(tableText(utf16be(TEXT))).toBeNull();
    expect(tableText(Buffer.from("é").subarray(0, 1))).toBeNull();
  });
});
