// The network of roles: one row a role, one list a column. $revision STRING: the pinned revision.
// Returns a row a role, streamed in no order: id, title, trackId, experienceFrom; of its transitions toIds, kinds,
//   bases, statedYears (-1 where none is stated, for a list drops nulls); of its requirements skillIds, importances.
// Starts from the index entity_order.
MATCH (dataset:Dataset {revision: $revision, state: 'READY'})
MATCH (role:Entity {revision: dataset.revision, prefix: 'role'})
USING INDEX SEEK role:Entity(revision, prefix, ordinal)
WHERE role.ordinal >= 0
CALL (role) {
  MATCH (role)-[leadsTo:LEADS_TO]->(next:Role)
  RETURN
    collect(next.id) AS toIds,
    collect(leadsTo.kind) AS kinds,
    collect(leadsTo.basis) AS bases,
    collect(coalesce(leadsTo.statedYears, -1.0)) AS statedYears
}
CALL (role) {
  MATCH (role)-[requires:REQUIRES]->(skill:Skill)
  RETURN collect(skill.id) AS skillIds, collect(requires.importance) AS importances
}
RETURN
  role.id AS id,
  role.title AS title,
  head([(role)-[:ON_TRACK]->(track:Track) | track.id]) AS trackId,
  role.experienceFrom AS experienceFrom,
  toIds,
  kinds,
  bases,
  statedYears,
  skillIds,
  importances
