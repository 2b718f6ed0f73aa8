// Entities of a kind in default order: pages, streams, counts and the dropping of a generation start from it.
// Takes nothing, returns nothing. Does nothing if it already exists.
CREATE INDEX entity_order IF NOT EXISTS
FOR (entity:Entity)
ON (entity.revision, entity.prefix, entity.ordinal)
