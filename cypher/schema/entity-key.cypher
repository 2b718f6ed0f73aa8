// The key that every look-up by id starts from: an id is unique within a revision.
// Takes nothing, returns nothing; does nothing if it exists already.
CREATE CONSTRAINT entity_key IF NOT EXISTS
FOR (entity:Entity)
REQUIRE (entity.id, entity.revision) IS UNIQUE
