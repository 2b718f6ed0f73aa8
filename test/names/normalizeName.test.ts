import fc from "fast-check";
import { describe, expect, test } from "@jest/globals";
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

  test("does not expand a short form within a longer word", () => {
    expect(normalizeName("HTML MLOps email")).toBe("html mlops email");
  });

  test("distinguishes C, C++, C# and .NET", () => {
    const names = ["C", "C++", "C#", ".NET", "NET", "C++/C#", "C++17"];
    expect(names.map(normalizeName)).toEqual(["c", "c++", "c#", ".net", "net", "c++ c#", "c++ 17"]);
  });

  test.each([
    ["C ++", "c++"],
    ["C #", "c#"],
    ["C♯", "c#"],
    ["C＋＋", "c++"],
    ["C*", "c*"],
    ["C *", "c*"],
    ["C ++ Developer", "c++ developer"],
    ["C # / Java", "c# java"],
    ["Security +", "security+"],
    ["F♯ .NET", "f# .net"],
  ])("keeps the signs of %s, however they are written", (text, normalized) => {
    expect(normalizeName(text)).toBe(normalized);
  });

  test.each([
    ["Sales + Marketing", "sales marketing"],
    ["Engineer @ Scale", "engineer scale"],
    ["R+D", "r d"],
    ["Nurse * Midwife", "nurse midwife"],
    ["Station #5", "station 5"],
  ])("treats a sign between two words of %s as punctuation", (text, normalized) => {
    expect(normalizeName(text)).toBe(normalized);
  });

  test.each([
    ["a variation selector", "✍️ Technical Writer", "technical writer"],
    ["joiners of an emoji", "👩‍💻 Developer", "developer"],
    ["an enclosing mark", "1️⃣ Writer", "1 writer"],
    ["a soft hyphen", "Soft\u00adware", "software"],
    ["an ideographic variation", "葛\u{e0100}飾", "葛飾"],
    ["a mark that follows no letter", "✍\u0e31 Writer", "writer"],
  ])("ignores %s", (_what, text, normalized) => {
    expect(normalizeName(text)).toBe(normalized);
  });

  test("keeps the dot of a number and removes the one that ends a sentence", () => {
    expect(normalizeName("Python 3.11.")).toBe("python 3.11");
  });

  test("returns an empty text for a text without letters and digits", () => {
    expect(["", " ", "!!!", "+", "...", "\u0000", "\ud800"].map(normalizeName)).toEqual(["", "", "", "", "", "", ""]);
  });

  test("accepts NUL and lone surrogates", () => {
    expect(normalizeName("data\u0000scientist\udc00\ud800x")).toBe("data scientist x");
  });

  test("normalizing twice changes nothing, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        const once = normalizeName(text);
        expect(normalizeName(once)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  test("normalizing twice changes nothing in texts with many signs, dots and blanks", () => {
    const unit = fc.constantFrom(..."cab1 .+#*@♯\ufe0f");
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (text) => {
        const once = normalizeName(text);
        expect(normalizeName(once)).toBe(once);
      }),
      { numRuns: 3_000 },
    );
  });

  test.each(["a.", "+#", "a +", "a  ", " *", "\u0301", "a\u0316\u0301", "ml ", "\ufdfa"])(
    "takes at most a moment for 100 KB of %j",
    (unit) => {
      const text = unit.repeat(100_000 / unit.length);
      const started = performance.now();
      normalizeName(text);
      expect(performance.now() - started).toBeLessThan(2_000);
    },
  );
});
