// What a person is told of every generation. Takes nothing.
// Returns a row a generation, in no order: revision STRING, state STRING (LOADING, READY, DROPPING), active BOOLEAN, name STRING,
//   version STRING, loadedAt INTEGER (milliseconds since 1970; null where it never was active), replacedAt INTEGER (the same; null where
//   none took its place), entities INTEGER and relationships INTEGER (as noted by its load; null by one of an older data model).
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
