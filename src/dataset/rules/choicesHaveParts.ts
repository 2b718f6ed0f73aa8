import { problemAt, type Rule } from "../RawDataset.js";

/** A skill that offers a choice has at least two parts. Not checked if some skill could not be read, because it may be a part. */
export const choicesHaveParts: Rule = function* (raw) {
  if (raw.brokenKinds.has("skills") || raw.unreadFiles.has("skills")) return;
  const parts = new Map<string, number>();
  for (const { value } of raw.records.skills) {
    for (const { to } of value.partOf) parts.set(to, (parts.get(to) ?? 0) + 1);
  }
  for (const skill of raw.records.skills) {
    const count = parts.get(skill.value.id) ?? 0;
    if (skill.value.offersChoice && count < 2) {
      yield problemAt(
        skill,
        ["offersChoice"],
        `The skill offers a choice but has ${count === 0 ? "no parts" : "only one part"}`,
        "Add `partOf` with this id to the skills it offers, or remove `offersChoice`",
      );
    }
  }
};
