import { expect, test } from "@jest/globals";
import { GUIDE } from "../datasetOf.js";
import { problemsOf } from "../problemsOf.js";

const cites = [{ source: GUIDE }];

test("spans whose end is before their start are reported; open spans and single figures are not", async () => {
  const growth = { percent: 1, population: "all", about: ["phase:a"] };
  const problems = await problemsOf({
    roles: [
      {
        id: "role:a",
        title: "A",
        place: "UNPLACED",
        experience: [
          { from: 5, cites },
          { from: 5, to: 5, cites },
          { from: 5, to: 2, cites },
        ],
        preparation: { scale: "Zones", level: 1, label: "Some", years: { from: 3, to: 1 } },
      },
    ],
    phases: [
      { id: "phase:a", name: "A", years: { from: 4, to: 0 } },
      { id: "phase:b", name: "B", years: { from: 4 } },
    ],
    growth: [
      { ...growth, id: "growth:a", fromYear: 2034, toYear: 2024 },
      { ...growth, id: "growth:b", fromYear: 2024, toYear: 2034 },
      { ...growth, id: "growth:c", toYear: 2024 },
    ],
  });
  expect(problems.map(({ id, at, message }) => [id, at, message])).toEqual([
    ["growth:a", "fromYear: 2034", "The growth runs from 2034 back to 2024"],
    ["phase:a", "years:", "The phase runs from 4 down to 0 years"],
    ["role:a", "from: 5", "The experience runs from 5 down to 2 years"],
    ["role:a", "years:", "The preparation runs from 3 down to 1 years"],
  ]);
});
