// How many requirements of a skill come before a position, and how many up to it.
// $revision STRING: the pinned revision. $id STRING: id of the skill.
// $rank INTEGER: 0 to 3, ESSENTIAL before USEFUL, of each STATED before INFERRED. $role FLOAT: among equal ranks, an ordinal of a role.
// Returns one row, no row if the store does not have the revision: before INTEGER, upTo INTEGER.
// Starts from the key of Dataset (revision) and the key of Entity (id, revision).
MATCH (:Dataset {revision: $revision, state: 'READY'})
OPTIONAL MATCH (skill:Entity {id: $id, revision: $revision})
USING INDEX SEEK skill:Entity(id, revision)
OPTIONAL MATCH (skill)<-[requires:REQUIRES]-(role:Role)
WITH
  role.ordinal AS ordinal,
  CASE requires.importance WHEN 'ESSENTIAL' THEN 0 ELSE 2 END + CASE requires.basis WHEN 'STATED' THEN 0 ELSE 1 END AS rank
RETURN
  count(CASE WHEN ordinal IS NOT NULL AND (rank < $rank OR rank = $rank AND ordinal < $role) THEN 1 END) AS before,
  count(CASE WHEN ordinal IS NOT NULL AND (rank < $rank OR rank = $rank AND ordinal <= $role) THEN 1 END) AS upTo
