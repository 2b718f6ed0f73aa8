// The skill requirements behind ids, found by their two ends.
// $revision STRING: the pinned revision. $keys LIST<MAP>: {id STRING, from STRING, to STRING}.
// Returns a row a key, in any order; no row where the store does not hold the revision.
//   id STRING: as asked. fact MAP: null where the ends are not so related.
// Starts from the key of Dataset (revision) and the key of Entity (id, revision).
MATCH (:Dataset {revision: $revision, state: 'READY'})
UNWIND $keys AS key
OPTIONAL MATCH (role:Entity {id: key.from, revision: $revision})-[requires:REQUIRES]->(skill:Entity {id: key.to, revision: $revision})
RETURN key.id AS id, requires {.*, roleId: role.id, skillId: skill.id} AS fact
