import { problemAt, type Rule } from "../RawDataset.js";

/** The level of a need is on the scale that the role's dataset declares. A need for a choice has no level. */
export const soundLevels: Rule = function* (raw) {
  const scaleOf = new Map(raw.folders.map(({ folder, levelScale }) => [folder, levelScale]));
  const choices = new Set(raw.records.skills.flatMap(({ value }) => (value.offersChoice ? value.id : [])));
  for (const role of raw.records.roles) {
    const scale = scaleOf.get(role.folder);
    for (const [i, { skill, level }] of role.value.skills.entries()) {
      if (level === undefined) continue;
      const path = ["skills", i, "level"] as const;
      if (scale === undefined) {
        const fix = "Declare `levelScale` (name, lowest, highest) in `dataset.yaml`, or remove the level";
        yield problemAt(role, path, `The need for \`${skill}\` has a level, but its dataset declares no scale`, fix);
      } else if (level < scale.lowest || level > scale.highest) {
        const range = `${scale.lowest} to ${scale.highest}`;
        yield problemAt(role, path, `Level ${level} is outside the scale "${scale.name}"`, `Write one from ${range}`);
      }
      if (choices.has(skill)) {
        const message = `\`${skill}\` offers a choice, so a need for it cannot have a level`;
        yield problemAt(role, path, message, "Remove the level, or name the skill that it is about");
      }
    }
  }
};
