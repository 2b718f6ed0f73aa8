// Roles, for the planner's network, without their relations. $revision STRING: the pinned revision.
// Returns one row per role, by ordinal: ordinal INTEGER, id STRING, title STRING, originId STRING, place STRING; trackId STRING, seniority INTEGER,
//   experienceFrom FLOAT,
//   attributes MAP: preparation MAP {scale STRING, level INTEGER, education STRING or null} and degree MAP {id STRING, name STRING, level STRING}, the
//   MINIMUM degree of the lowest level and then of the least id; payPlaces and payCurrencies LIST<STRING>, payMinima and payMaxima LIST<FLOAT>, one
//   entry a pay band, of which no place is '', and employment INTEGER, as a load works them out of the claims; each null if there is none;
//   degreesAsked LIST<MAP {degreeId STRING, necessity STRING}>: MINIMUM, STANDARD, ADVANTAGE, then the degree's ordinal;
//   employerIds LIST<STRING>: by ordinal. Starts from the index entity_order, which gives the order.
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
  role.originId AS originId,
  role.place AS place,
  role.seniority AS seniority,
  head([(role)-[:ON_TRACK]->(track:Track) | track.id]) AS trackId,
  role.experienceFrom AS experienceFrom,
  {
    preparation: CASE
      WHEN role.preparationScale IS NULL THEN null
      ELSE {scale: role.preparationScale, level: role.preparationLevel, education: role.preparationEducation}
    END,
    degree: head(COLLECT {
      MATCH (role)-[:ASKS_FOR {necessity: 'MINIMUM'}]->(degree:Degree)
      RETURN {id: degree.id, name: degree.name, level: degree.level}
      ORDER BY CASE degree.level WHEN 'BACHELOR' THEN 0 WHEN 'MASTER' THEN 1 ELSE 2 END, degree.id
      LIMIT 1
    }),
    payPlaces: role.payPlaces,
    payCurrencies: role.payCurrencies,
    payMinima: role.payMinima,
    payMaxima: role.payMaxima,
    employment: role.employment
  } AS attributes,
  COLLECT {
    MATCH (role)-[asksFor:ASKS_FOR]->(degree:Degree)
    RETURN {degreeId: degree.id, necessity: asksFor.necessity}
    ORDER BY
      CASE asksFor.necessity WHEN 'MINIMUM' THEN 0 WHEN 'STANDARD' THEN 1 ELSE 2 END,
      degree.ordinal
  } AS degreesAsked,
  COLLECT {
    MATCH (role)<-[:EMPLOYS]-(employer:Employer)
    RETURN employer.id
    ORDER BY employer.ordinal
  } AS employerIds
