// The revision that new requests should read. Takes nothing.
// Returns one row, or none if nothing was ever loaded: revision STRING, dataModel INTEGER. Starts from the key of Active (id).
MATCH (active:Active {id: 'active'})
RETURN active.revision AS revision, active.dataModel AS dataModel
