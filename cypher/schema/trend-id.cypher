// Nodes with the label Trend by id, for people who explore the graph by hand.
// Takes nothing, returns nothing; does nothing if it exists already.
CREATE INDEX trend_id IF NOT EXISTS
FOR (trend:Trend)
ON (trend.id)
