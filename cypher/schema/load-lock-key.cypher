// One node is what loaders lock.
// Takes nothing, returns nothing; does nothing if it exists already.
CREATE CONSTRAINT load_lock_key IF NOT EXISTS
FOR (lock:LoadLock)
REQUIRE lock.id IS UNIQUE
