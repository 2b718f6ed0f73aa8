// Nodes with the label Role by id, for people who explore the graph by hand.
// Takes nothing, returns nothing; does nothing if it exists already.
CREATE INDEX role_id IF NOT EXISTS
FOR (role:Role)
ON (role.id)
