// Skills, for the planner's network. $revision STRING: the pinned revision.
// Returns one row per skill, by ordinal: ordinal INTEGER, id STRING, originId STRING, category STRING (null if there is none), collections LIST<STRING>, choiceOfIds LIST<STRING>: the parts, any of which satisfies a
//   skill that offers a choice; buildsOnIds LIST<STRING>; sameAsIds LIST<STRING>: the other ends of EXACT matches. Starts from the index entity_order, which gives the order.
MATCH (dataset:Dataset {revision: $revision, state: 'READY'})
CALL (dataset) {
  MATCH (skill:Entity {revision: dataset.revision, prefix: 'skill'})
  USING INDEX SEEK skill:Entity(revision, prefix, ordinal)
  WHERE skill.ordinal >= 0
  RETURN skill
  ORDER BY skill.revision, skill.prefix, skill.ordinal
}
RETURN
  skill.ordinal AS ordinal,
  skill.id AS id,
  skill.originId AS originId,
  skill.category AS category,
  coalesce(skill.collections, []) AS collections,
  COLLECT {
    MATCH (skill)<-[:PART_OF]-(part:Skill)
    WHERE skill.offersChoice
    RETURN part.id
    ORDER BY part.ordinal
  } AS choiceOfIds,
  COLLECT {
    MATCH (skill)-[:BUILDS_ON]->(basis:Skill)
    RETURN basis.id
    ORDER BY basis.ordinal
  } AS buildsOnIds,
  COLLECT {
    MATCH (skill)-[:MATCHES {kind: 'EXACT'}]-(other:Skill)
    RETURN other.id
    ORDER BY other.id
  } AS sameAsIds
