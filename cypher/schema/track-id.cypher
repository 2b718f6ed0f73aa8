// Nodes with the label Track by id, for people who explore the graph by hand.
// Takes nothing, returns nothing. Does nothing if it already exists.
CREATE INDEX track_id IF NOT EXISTS
FOR (track:Track)
ON (track.id)
