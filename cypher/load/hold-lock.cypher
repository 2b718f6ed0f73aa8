// Asks whether the transaction that it runs in goes on, and with it the load lock that it took; fails where it has ended.
// Takes nothing. Returns one row: heldSince DATETIME. Starts from the key of LoadLock (id).
MATCH (lock:LoadLock {id: 'load'})
RETURN lock.heldSince AS heldSince
