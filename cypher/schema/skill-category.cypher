// Skills of a category in default order, for pages.
// Takes nothing, returns nothing. Does nothing if it already exists.
CREATE INDEX skill_category IF NOT EXISTS
FOR (skill:Skill)
ON (skill.revision, skill.category, skill.ordinal)
