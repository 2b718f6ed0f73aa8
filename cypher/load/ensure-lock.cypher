// Creates the node that loaders lock. Takes nothing, returns nothing. Starts from the key of LoadLock (id).
MERGE (:LoadLock {id: 'load'})
