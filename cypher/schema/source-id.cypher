// Nodes with the label Source by id, for people who explore the graph by hand.
// Takes nothing, returns nothing; changes nothing where it stands already.
CREATE INDEX source_id IF NOT EXISTS
FOR (source:Source)
ON (source.id)
