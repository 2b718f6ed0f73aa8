import { isMatch, problemAt, type Rule } from "../RawDataset.js";

/** An INFERRED transition or match has a note that says what it is inferred from. */
export const explainedInferences: Rule = function* (raw) {
  for (const fact of [...raw.records.transitions, ...raw.records.matches]) {
    if (fact.value.basis === "INFERRED" && fact.value.note === undefined) {
      yield problemAt(
        fact,
        ["basis"],
        `The ${isMatch(fact.value) ? "match" : "transition"} is INFERRED without a note`,
        "Add a `note` that says what it is inferred from",
      );
    }
  }
};
