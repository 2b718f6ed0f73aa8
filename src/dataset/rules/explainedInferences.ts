import { problemAt, type Rule } from "../RawDataset.js";

/** A transition that no source states says in a note what it is inferred from. */
export const explainedInferences: Rule = function* (raw) {
  for (const transition of raw.records.transitions) {
    if (transition.value.basis === "INFERRED" && transition.value.note === undefined) {
      yield problemAt(
        transition,
        ["basis"],
        "The transition is INFERRED without a note",
        "Add a `note` that says from what",
      );
    }
  }
};
