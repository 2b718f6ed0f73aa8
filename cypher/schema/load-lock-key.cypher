// One node serves as the lock of loaders.
// Takes nothing, returns nothing. Does nothing if it already exists.
CREATE CONSTRAINT load_lock_key IF NOT EXISTS
FOR (lock:LoadLock)
REQUIRE lock.id IS UNIQUE
