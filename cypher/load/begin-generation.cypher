// Opens a generation for loading; opening it again changes nothing.
// $revision STRING. $properties MAP: id, name, version, attributions, parts, skillCategories, ordinal, and the parallel lists prefixes and prefixCounts.
// Returns nothing. Starts from the key of Dataset (revision).
MERGE (dataset:Dataset {revision: $revision})
SET dataset += $properties, dataset.state = 'LOADING', dataset:Entity
