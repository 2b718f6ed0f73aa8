// Closes a generation to readers before it is dropped. $revision STRING. Returns nothing. Starts from the key of Dataset (revision).
MATCH (dataset:Dataset {revision: $revision})
SET dataset.state = 'DROPPING'
