import { describe, expect, test } from "@jest/globals";
import { argumentAsGiven, argumentName, inCommandWords } from "../../src/cli/argumentWords.js";

describe("the name of an argument on the command line", () => {
  test.each([
    ["profile.skills[0]", "--know"],
    ["where.tracks[1]", "--track"],
    ["where.maxSteps", "--max-steps"],
    ["limit", "--top"],
    ["roles[1]", "role 2"],
    ["roles", "roles"],
    ["from", "from"],
  ])("%s is called %s", (argument, name) => {
    expect(argumentName(argument)).toBe(name);
  });

  test("replaces names of arguments in a sentence, and leaves other words as they are", () => {
    expect(inCommandWords("Take it out of `via` or `avoid`; it is `from`, not a via.")).toBe(
      "Take it out of --via or --avoid; it is `from`, not a via.",
    );
  });

  test("is shown with the given value, which is quoted if a shell would split it", () => {
    const where = { avoid: ["DS", "Staff MLE"], tracks: ["ic", "Senior management"], basis: "STATED", maxYears: 2.5 };
    const given = (argument: string) => argumentAsGiven(argument, { where });
    expect(given("where.avoid[0]")).toBe("--avoid DS");
    expect(given("where.avoid[1]")).toBe('--avoid "Staff MLE"');
    expect(given("where.tracks")).toBe('--track ic --track "Senior management"');
    expect(given("where.maxYears")).toBe("--max-years 2.5");
    expect(given("where.basis")).toBe("--stated");
    expect(given("where.via[3]")).toBe("--via");
  });
});
