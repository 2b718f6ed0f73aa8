// Takes the write lock that lets one loader work at a time; waits while another transaction holds it.
// Takes nothing. Returns one row: heldSince DATETIME. Starts from the key of LoadLock (id).
MATCH (lock:LoadLock {id: 'load'})
SET lock.heldSince = datetime()
RETURN lock.heldSince AS heldSince
