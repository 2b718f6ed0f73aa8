// The active revision, read under the load lock, so that no other load is about to change it. Waits for the lock.
// Takes nothing. Returns one row: revision STRING, null if nothing was ever loaded. Starts from the keys of LoadLock (id) and Active (id).
MATCH (lock:LoadLock {id: 'load'})
SET lock.heldSince = datetime()
WITH lock
OPTIONAL MATCH (active:Active {id: 'active'})
RETURN active.revision AS revision
