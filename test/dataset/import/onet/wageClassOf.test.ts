import { expect, test } from "@jest/globals";
import { wageClassOf } from "../../../../src/dataset/import/onet/wageClassOf.js";

const detailed = new Set(["15-1252", "13-1020", "21-1018", "21-1019"]);

test.each<[code: string, expected: object | null, why: string]>([
  ["15-1252.00", { code: "15-1252", join: "DIRECT" }, "its SOC code has a row"],
  ["15-1252.01", { code: "15-1252", join: "DIRECT" }, "it shares the row of its SOC code"],
  ["13-1022.00", { code: "13-1020", join: "BROAD" }, "the broader class is used instead"],
  ["21-1014.00", { code: "21-1018", join: "BY_TITLE" }, "OEWS has a code of its own for it"],
  ["21-1019.00", { code: "21-1019", join: "DIRECT" }, "its SOC code comes before any other"],
  ["25-2055.00", null, "the paired code is not in the file"],
  ["55-1011.00", null, "military occupations have no wages"],
])("%s has the wages of class %o: %s", (onetCode, expected) => {
  expect(wageClassOf(onetCode, detailed)).toEqual(expected);
});
