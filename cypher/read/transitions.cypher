// The transitions behind ids, found among those of the role that they start from.
// $revision STRING: the pinned revision. $keys LIST<MAP>: {id STRING, from STRING, to STRING}.
// Returns a row a key, in any order; no row where the store does not hold the revision.
//   id STRING: as asked. fact MAP: null where the ends are not so related.
// The end has no label here: by the index of its ids the planner would start from there, for every key anew.
// Starts from the key of Dataset (revision) and the key of Entity (id, revision).
MATCH (:Dataset {revision: $revision, state: 'READY'})
UNWIND $keys AS key
OPTIONAL MATCH (role:Entity {id: key.from, revision: $revision})
USING INDEX SEEK role:Entity(id, revision)
RETURN
  key.id AS id,
  head(COLLECT {
    MATCH (role)-[leadsTo:LEADS_TO]->(next)
    WHERE next.id = key.to
    RETURN leadsTo {.*, fromId: role.id, toId: next.id}
  }) AS fact
