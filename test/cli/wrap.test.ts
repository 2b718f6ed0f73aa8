import { describe, expect, test } from "@jest/globals";
import { lineWidth, wrap } from "../../src/cli/wrap.js";

describe("text at a terminal", () => {
  test("is as wide as the terminal, from 40 to 100 columns, and 100 columns wide without a terminal", () => {
    expect([20, 80, 200, undefined].map((columns) => lineWidth(columns, undefined))).toEqual([40, 80, 100, 100]);
  });

  test("is as wide as COLUMNS says if there is no terminal", () => {
    const widths = ["20", "72", "200", "", "wide", "-5"].map((variable) => lineWidth(undefined, variable));
    expect(widths).toEqual([40, 72, 100, 100, 100, 100]);
    expect(lineWidth(80, "60")).toBe(80);
  });

  test("breaks at spaces, with separate indents for the first line and the others", () => {
    expect(wrap("one two three four", "- ", "  ", 9)).toEqual(["- one two", "  three", "  four"]);
    expect(wrap("exactly-ten", "", "", 5)).toEqual(["exactly-ten"]);
    expect(wrap("", "Note: ", "", 40)).toEqual(["Note: "]);
  });
});
