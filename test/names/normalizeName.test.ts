import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalizeName } from "../../src/names/normalizeName.js";

describe("normalizeName", () => {
  test.each([
    ["case", "STAFF Engineer", "staff engineer"],
    ["accents", "Ingénieur Logiciel", "ingenieur logiciel"],
    ["letters that do not decompose", "Straße Łódź Ørsted", "strasse lodz orsted"],
    ["apostrophes", "Master’s / Master's", "masters masters"],
    ["an ampersand as and", "R&D", "r and d"],
    ["slashes and hyphens as separators", "CI/CD scikit-learn", "ci cd scikit learn"],
    ["dots of an abbreviation", "Ph.D.", "phd"],
    ["dots of a product name", "Node.js", "nodejs"],
    ["full-width forms", "ＭＬ", "machine learning"],
    ["surrounding blanks", "  \t VP \n", "vice president"],
  ])("ignores or unifies %s", (_what, text, normalized) => {
    expect(normalizeName(text)).toBe(normalized);
  });

  test.each([
    ["MLE", "machine learning engineer"],
    ["Staff MLE", "staff machine learning engineer"],
    ["Sr. ML Engineer", "senior machine learning engineer"],
    ["Jr. MLE", "junior machine learning engineer"],
    ["VP of AI", "vice president of artificial intelligence"],
    ["IC", "individual contributor"],
  ])("expands the short form %s", (text, normalized) => {
    expect(normalizeName(text)).toBe(normalized);
  });

  test("leaves a short form alone inside a longer word", () => {
    expect(normalizeName("HTML MLOps email")).toBe("html mlops email");
  });

  test("keeps C, C++, C# and .NET apart", () => {
    const names = ["C", "C++", "C#", ".NET", "NET", "C++/C#", "C++17"];
    expect(names.map(normalizeName)).toEqual(["c", "c++", "c#", ".net", "net", "c++ c#", "c++ 17"]);
  });

  test("keeps the dot of a number and drops the one that ends a sentence", () => {
    expect(normalizeName("Python 3.11.")).toBe("python 3.11");
  });

  test("gives nothing for a text without letters and digits", () => {
    expect(["", " ", "!!!", "+", "...", "\u0000", "\ud800"].map(normalizeName)).toEqual(["", "", "", "", "", "", ""]);
  });

  test("reads round NUL and lone surrogates", () => {
    expect(normalizeName("data\u0000scientist\udc00\ud800x")).toBe("data scientist x");
  });

  test("normalising twice changes nothing, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        const once = normalizeName(text);
        expect(normalizeName(once)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  test.each(["a.", "+#", "\u0301", "a\u0316\u0301", "ml ", "\ufdfa"])("takes 100 KB of %j in a moment", (unit) => {
    const text = unit.repeat(100_000 / unit.length);
    const started = performance.now();
    normalizeName(text);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
