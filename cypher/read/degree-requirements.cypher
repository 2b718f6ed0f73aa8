// The degree requirements behind ids, found among those of the role that they start from.
// $revision STRING: the pinned revision. $keys LIST<MAP>: {id STRING, from STRING, to STRING}.
// Returns one row per key, in any order; no row if the store does not have the revision.
//   id STRING: the given id. fact MAP: null if the ends are not related.
// The end has no label here: with one, the planner would start from the index of its ids, again for every key.
// Starts from the key of Dataset (revision) and the key of Entity (id, revision).
MATCH (:Dataset {revision: $revision, state: 'READY'})
UNWIND $keys AS key
OPTIONAL MATCH (role:Entity {id: key.from, revision: $revision})
USING INDEX SEEK role:Entity(id, revision)
RETURN
  key.id AS id,
  head(COLLECT {
    MATCH (role)-[asksFor:ASKS_FOR]->(degree)
    WHERE degree.id = key.to
    RETURN asksFor {.*, roleId: role.id, degreeId: degree.id}
  }) AS fact
