// Nodes with the label Question by id, for people who explore the graph by hand.
// Takes nothing, returns nothing. Does nothing if it already exists.
CREATE INDEX question_id IF NOT EXISTS
FOR (question:Question)
ON (question.id)
