// The active revision once no other loader can be about to change it: takes the load lock first, and waits for it.
// Takes nothing. Returns one row: revision STRING, null where nothing was ever loaded. Starts from the keys of LoadLock (id) and Active (id).
MATCH (lock:LoadLock {id: 'load'})
SET lock.heldSince = datetime()
WITH lock
OPTIONAL MATCH (active:Active {id: 'active'})
RETURN active.revision AS revision
