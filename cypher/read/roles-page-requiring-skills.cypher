// A page of the roles that require any of some skills. $revision STRING: the pinned revision. $skillIds LIST<STRING>: the skills.
// $trackId STRING and $place STRING: null lets all pass. $order STRING: DEFAULT or SENIORITY (those without one last).
// $first INTEGER: items wanted. $after INTEGER: position before the page; -1 starts at the first.
// Returns one row, no row where the store does not hold the revision: totalCount INTEGER, before INTEGER (how many stand up to $after),
//   items LIST<MAP {position, entity}> in the order asked for. Starts from the key of Entity (id, revision).
MATCH (dataset:Dataset {revision: $revision, state: 'READY'})
CALL (dataset) {
  UNWIND $skillIds AS skillId
  MATCH (role:Role)-[:REQUIRES]->(skill:Entity {id: skillId, revision: dataset.revision})
  USING INDEX SEEK skill:Entity(id, revision)
  WITH DISTINCT role
  WHERE
    ($trackId IS NULL OR EXISTS { MATCH (role)-[:ON_TRACK]->(:Track {id: $trackId}) }) AND
    ($place IS NULL OR role.place = $place)
  WITH CASE $order WHEN 'SENIORITY' THEN role.seniorityPosition ELSE role.ordinal END AS position
  RETURN count(*) AS totalCount, count(CASE WHEN position <= $after THEN 1 END) AS before
}
RETURN
  totalCount,
  before,
  COLLECT {
    UNWIND $skillIds AS skillId
    MATCH (role:Role)-[:REQUIRES]->(skill:Entity {id: skillId, revision: dataset.revision})
    USING INDEX SEEK skill:Entity(id, revision)
    WITH DISTINCT role
    WHERE
      ($trackId IS NULL OR EXISTS { MATCH (role)-[:ON_TRACK]->(:Track {id: $trackId}) }) AND
      ($place IS NULL OR role.place = $place)
    WITH role, CASE $order WHEN 'SENIORITY' THEN role.seniorityPosition ELSE role.ordinal END AS position
    WHERE position > $after
    ORDER BY position
    LIMIT $first
    RETURN {
      position: position,
      entity: role {
        .*,
        trackId: head([(role)-[:ON_TRACK]->(track:Track) | track.id]),
        citations: [(role)-[cites:CITES]->(source:Source) | [cites.position, source.id, cites.heading, cites.viaId]]
      }
    }
  } AS items
