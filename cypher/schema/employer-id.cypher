// Nodes with the label Employer by id, for people who explore the graph by hand.
// Takes nothing, returns nothing. Does nothing if it already exists.
CREATE INDEX employer_id IF NOT EXISTS
FOR (employer:Employer)
ON (employer.id)
