// Every generation in the database, whole or not. Takes nothing.
// Returns one row per generation, in no order: revision STRING, state STRING (LOADING, READY, DROPPING), active BOOLEAN,
//   replacedFor INTEGER (milliseconds since another generation replaced it; null if none did).
// Starts from the few nodes labelled Dataset.
MATCH (dataset:Dataset)
OPTIONAL MATCH (active:Active {id: 'active', revision: dataset.revision})
RETURN
  dataset.revision AS revision,
  dataset.state AS state,
  active IS NOT NULL AS active,
  datetime().epochMillis - dataset.replacedAt.epochMillis AS replacedFor
