// Checks that its transaction, which holds the load lock, is still open; fails if it has ended.
// Takes nothing. Returns one row: heldSince DATETIME. Starts from the key of LoadLock (id).
MATCH (lock:LoadLock {id: 'load'})
RETURN lock.heldSince AS heldSince
