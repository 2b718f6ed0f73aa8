// Nodes with the label Sector by id, for people who explore the graph by hand.
// Takes nothing, returns nothing. Does nothing if it already exists.
CREATE INDEX sector_id IF NOT EXISTS
FOR (sector:Sector)
ON (sector.id)
