// What the records of a generation are, for the summary of a load. $revision STRING. $prefixes LIST<STRING>: all id prefixes.
// Returns a row an entity, in no order: id STRING, fingerprint STRING, transitions LIST<[id STRING, fingerprint STRING]>: those out
//   of a role. Starts from the index entity_order.
UNWIND $prefixes AS prefix
MATCH (entity:Entity {revision: $revision, prefix: prefix})
USING INDEX SEEK entity:Entity(revision, prefix, ordinal)
WHERE entity.ordinal >= 0
RETURN
  entity.id AS id,
  entity.fingerprint AS fingerprint,
  [(entity)-[leadsTo:LEADS_TO]->(:Role) | [leadsTo.id, leadsTo.fingerprint]] AS transitions
