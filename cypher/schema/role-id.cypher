// Nodes with the label Role by id, for people who explore the graph by hand.
// Takes nothing, returns nothing. Does nothing if it already exists.
CREATE INDEX role_id IF NOT EXISTS
FOR (role:Role)
ON (role.id)
