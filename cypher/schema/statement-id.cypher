// Nodes with the label Statement by id, for people who explore the graph by hand.
// Takes nothing, returns nothing. Does nothing if it already exists.
CREATE INDEX statement_id IF NOT EXISTS
FOR (statement:Statement)
ON (statement.id)
