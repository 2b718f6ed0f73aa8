// The key from which every look-up by id starts. An id is unique within a revision.
// Takes nothing, returns nothing. Does nothing if it already exists.
CREATE CONSTRAINT entity_key IF NOT EXISTS
FOR (entity:Entity)
REQUIRE (entity.id, entity.revision) IS UNIQUE
