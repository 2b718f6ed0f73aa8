// One node says which revision readers should read.
// Takes nothing, returns nothing; does nothing if it exists already.
CREATE CONSTRAINT active_key IF NOT EXISTS
FOR (active:Active)
REQUIRE active.id IS UNIQUE
