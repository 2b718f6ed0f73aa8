// Nodes with the label Skill by id, for people who explore the graph by hand.
// Takes nothing, returns nothing. Does nothing if it already exists.
CREATE INDEX skill_id IF NOT EXISTS
FOR (skill:Skill)
ON (skill.id)
