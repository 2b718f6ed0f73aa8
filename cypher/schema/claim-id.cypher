// Nodes with the label Claim by id, for people who explore the graph by hand.
// Takes nothing, returns nothing; changes nothing where it stands already.
CREATE INDEX claim_id IF NOT EXISTS
FOR (claim:Claim)
ON (claim.id)
