// Nodes with the label Phase by id, for people who explore the graph by hand.
// Takes nothing, returns nothing. Does nothing if it already exists.
CREATE INDEX phase_id IF NOT EXISTS
FOR (phase:Phase)
ON (phase.id)
