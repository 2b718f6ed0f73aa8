// The matches behind ids, found among those of the record that they start from.
// $revision STRING: the pinned revision. $keys LIST<MAP>: {id STRING, from STRING, to STRING}.
// Returns a row a key, in any order; no row where the store does not hold the revision.
//   id STRING: as asked. fact MAP: null where the ends are not so related.
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
