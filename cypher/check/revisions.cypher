// Every generation, for `career-graph revisions`. Takes nothing.
// Returns one row per generation, in no order: revision STRING, state STRING (LOADING, READY, DROPPING), active BOOLEAN, name STRING,
//   version STRING, loadedAt INTEGER (milliseconds since 1970; null if it never was active), replacedAt INTEGER (the same; null if
//   none replaced it), entities INTEGER and relationships INTEGER (as recorded by its load; null for older data models).
// Starts from the few nodes labelled Dataset.
MATCH (dataset:Dataset)
OPTIONAL MATCH (active:Active {id: 'active', revision: dataset.revision})
RETURN
  dataset.revision AS revision,
  dataset.state AS state,
  active IS NOT NULL AS active,
  dataset.name AS name,
  dataset.version AS version,
  dataset.loadedAt.epochMillis AS loadedAt,
  dataset.replacedAt.epochMillis AS replacedAt,
  dataset.entityCount AS entities,
  dataset.relationshipCount AS relationships
