// Every generation that the database holds, whole or not. Takes nothing.
// Returns a row a generation, in no order: revision STRING, state STRING (LOADING, READY, DROPPING), active BOOLEAN,
//   replacedFor INTEGER (milliseconds since another took its place; null where none did).
// Starts from the few nodes labelled Dataset.
MATCH (dataset:Dataset)
OPTIONAL MATCH (active:Active {id: 'active', revision: dataset.revision})
RETURN
  dataset.revision AS revision,
  dataset.state AS state,
  active IS NOT NULL AS active,
  datetime().epochMillis - dataset.replacedAt.epochMillis AS replacedFor
