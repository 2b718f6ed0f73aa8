// Skills of a category in default order, for pages.
// Takes nothing, returns nothing; changes nothing where it stands already.
CREATE INDEX skill_category IF NOT EXISTS
FOR (skill:Skill)
ON (skill.revision, skill.category, skill.ordinal)
