// Checks that its transaction is still open, and with it the load lock that it took; fails if it has ended.
// Takes nothing. Returns one row: heldSince DATETIME. Starts from the key of LoadLock (id).
MATCH (lock:LoadLock {id: 'load'})
RETURN lock.heldSince AS heldSince
