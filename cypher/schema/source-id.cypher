// Nodes with the label Source by id, for people who explore the graph by hand.
// Takes nothing, returns nothing. Does nothing if it already exists.
CREATE INDEX source_id IF NOT EXISTS
FOR (source:Source)
ON (source.id)
