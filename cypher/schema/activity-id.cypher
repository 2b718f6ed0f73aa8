// Nodes with the label Activity by id, for people who explore the graph by hand.
// Takes nothing, returns nothing. Does nothing if it already exists.
CREATE INDEX activity_id IF NOT EXISTS
FOR (activity:Activity)
ON (activity.id)
