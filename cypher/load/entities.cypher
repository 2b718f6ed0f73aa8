// Writes entities of a generation, or parts of its network. Running it twice has the same effect as once.
// $revision STRING. $rows LIST<MAP>, at most 10,000: {id STRING, labels LIST<STRING> besides Entity, properties MAP}.
// Returns one row: written INTEGER. Starts from the key of Entity (id, revision).
UNWIND $rows AS row
MERGE (entity:Entity {id: row.id, revision: $revision})
SET entity += row.properties, entity:$(row.labels)
RETURN count(*) AS written
