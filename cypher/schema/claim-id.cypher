// Nodes with the label Claim by id, for people who explore the graph by hand.
// Takes nothing, returns nothing; does nothing if it exists already.
CREATE INDEX claim_id IF NOT EXISTS
FOR (claim:Claim)
ON (claim.id)
