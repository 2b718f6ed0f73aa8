// Opens a generation for loading. Running it twice has the same effect as once.
// $revision STRING. $properties MAP: id, name, version, attributions, parts, skillCategories, ordinal, and what the generation is to
//   hold: entityCount, relationshipCount, and the parallel lists prefixes and prefixCounts, relationshipTypes and relationshipTypeCounts.
// Returns nothing. Starts from the key of Dataset (revision).
MERGE (dataset:Dataset {revision: $revision})
SET dataset += $properties, dataset.state = 'LOADING', dataset:Entity
