// Deletes the Dataset node of a generation that no longer has entities. $revision STRING. Returns nothing. Starts from the key of Dataset (revision).
MATCH (dataset:Dataset {revision: $revision})
DELETE dataset
