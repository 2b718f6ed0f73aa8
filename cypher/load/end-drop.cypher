// Deletes the node of a generation that has no entity any more. $revision STRING. Returns nothing. Starts from the key of Dataset (revision).
MATCH (dataset:Dataset {revision: $revision})
DELETE dataset
