// What a generation should hold, as recorded by its load before it wrote. $revision STRING.
// Returns one row, none if the database has no such generation: state STRING, prefixes LIST<STRING> and prefixCounts LIST<INTEGER>,
//   parallel; types LIST<STRING> and typeCounts LIST<INTEGER>, parallel; properties MAP, all of its Dataset node.
// Starts from the key of Dataset (revision).
MATCH (dataset:Dataset {revision: $revision})
RETURN
  dataset.state AS state,
  dataset.prefixes AS prefixes,
  dataset.prefixCounts AS prefixCounts,
  coalesce(dataset.relationshipTypes, []) AS types,
  coalesce(dataset.relationshipTypeCounts, []) AS typeCounts,
  dataset {.*} AS properties
