// Nodes with the label Claim by id, for people who explore the graph by hand.
// Takes nothing, returns nothing. Does nothing if it already exists.
CREATE INDEX claim_id IF NOT EXISTS
FOR (claim:Claim)
ON (claim.id)
