// One node names the revision that readers should read.
// Takes nothing, returns nothing. Does nothing if it already exists.
CREATE CONSTRAINT active_key IF NOT EXISTS
FOR (active:Active)
REQUIRE active.id IS UNIQUE
