// Nodes with the label Trend by id, for people who explore the graph by hand.
// Takes nothing, returns nothing. Does nothing if it already exists.
CREATE INDEX trend_id IF NOT EXISTS
FOR (trend:Trend)
ON (trend.id)
