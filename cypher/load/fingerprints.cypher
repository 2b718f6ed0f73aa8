// The fingerprints of the records of a generation, for the summary of a load. $revision STRING. $prefixes LIST<STRING>: all id prefixes.
// Returns one row per entity, in no order: id STRING, fingerprint STRING, transitions LIST<[STRING, STRING]>: for each transition
//   out of a role, the id of the role that it leads to, and its fingerprint. Starts from the index entity_order.
UNWIND $prefixes AS prefix
MATCH (entity:Entity {revision: $revision, prefix: prefix})
USING INDEX SEEK entity:Entity(revision, prefix, ordinal)
WHERE entity.ordinal >= 0
RETURN
  entity.id AS id,
  entity.fingerprint AS fingerprint,
  [(entity)-[leadsTo:LEADS_TO]->(role:Role) | [role.id, leadsTo.fingerprint]] AS transitions
