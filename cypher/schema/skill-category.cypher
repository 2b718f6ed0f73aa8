// Skills of a category in default order, for pages.
// Takes nothing, returns nothing; does nothing if it exists already.
CREATE INDEX skill_category IF NOT EXISTS
FOR (skill:Skill)
ON (skill.revision, skill.category, skill.ordinal)
