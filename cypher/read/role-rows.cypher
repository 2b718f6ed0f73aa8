// What the network must know of roles besides their relations. $revision STRING: the pinned revision.
// Returns a row a role, by ordinal: ordinal INTEGER, id STRING, title STRING; trackId STRING and experienceFrom FLOAT, null where
//   there is none. Starts from the index entity_order, which gives the order.
MATCH (dataset:Dataset {revision: $revision, state: 'READY'})
CALL (dataset) {
  MATCH (role:Entity {revision: dataset.revision, prefix: 'role'})
  USING INDEX SEEK role:Entity(revision, prefix, ordinal)
  WHERE role.ordinal >= 0
  RETURN role
  ORDER BY role.revision, role.prefix, role.ordinal
}
RETURN
  role.ordinal AS ordinal,
  role.id AS id,
  role.title AS title,
  head([(role)-[:ON_TRACK]->(track:Track) | track.id]) AS trackId,
  role.experienceFrom AS experienceFrom
