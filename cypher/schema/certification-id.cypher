// Nodes with the label Certification by id, for people who explore the graph by hand.
// Takes nothing, returns nothing. Does nothing if it already exists.
CREATE INDEX certification_id IF NOT EXISTS
FOR (certification:Certification)
ON (certification.id)
