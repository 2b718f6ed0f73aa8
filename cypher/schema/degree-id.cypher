// Nodes with the label Degree by id, for people who explore the graph by hand.
// Takes nothing, returns nothing. Does nothing if it already exists.
CREATE INDEX degree_id IF NOT EXISTS
FOR (degree:Degree)
ON (degree.id)
