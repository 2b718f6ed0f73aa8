// The matches behind ids, found among those of the record that they start from.
// $revision STRING: the pinned revision. $keys LIST<MAP>: {id STRING, from STRING, to STRING}.
// Returns one row per key, in any order; no row if the store does not have the revision.
//   id STRING: the given id. fact MAP: null if the ends are not related.
// Starts from the key of Dataset (revision) and the key of Entity (id, revision).
MATCH (:Dataset {revision: $revision, state: 'READY'})
UNWIND $keys AS key
OPTIONAL MATCH (entity:Entity {id: key.from, revision: $revision})
USING INDEX SEEK entity:Entity(id, revision)
RETURN
  key.id AS id,
  head(COLLECT {
    MATCH (entity)-[matches:MATCHES]->(other:Entity)
    WHERE other.id = key.to
    RETURN matches {.*, fromId: entity.id, toId: other.id}
  }) AS fact
