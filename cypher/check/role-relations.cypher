// Transitions and required skills of all roles, read from the relationships, to compare with the parts of the network. $revision STRING.
// Returns one row per role, by ordinal: id STRING, transitions LIST<[INTEGER, STRING, STRING, STRING, FLOAT]>: ordinal of the other role, kind,
//   basis, closeness and statedYears; requirements LIST<[INTEGER, STRING, FLOAT]>: ordinal of the skill, importance and requiredLevel; unknown values
//   are null. Starts from the index entity_order, which gives the order.
MATCH (role:Entity {revision: $revision, prefix: 'role'})
USING INDEX SEEK role:Entity(revision, prefix, ordinal)
WHERE role.ordinal >= 0
WITH role
ORDER BY role.revision, role.prefix, role.ordinal
RETURN
  role.id AS id,
  [
    (role)-[leadsTo:LEADS_TO]->(next:Role) |
    [next.ordinal, leadsTo.kind, leadsTo.basis, leadsTo.closeness, leadsTo.statedYears]
  ] AS transitions,
  [
    (role)-[requires:REQUIRES]->(skill:Skill) |
    [skill.ordinal, requires.importance, requires.requiredLevel]
  ] AS requirements
