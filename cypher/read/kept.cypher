// The generation of one data model that was loaded last, for a service that reads no other.
// $ending STRING: @ and the number of the data model, with which its revisions end, or go on with a dot and the number of a copy.
// Returns one row, none where the database holds no whole one: revision STRING. Starts from the few nodes labelled Dataset.
MATCH (dataset:Dataset {state: 'READY'})
WHERE dataset.revision + '.' CONTAINS $ending + '.'
RETURN dataset.revision AS revision
ORDER BY dataset.loadedAt DESC
LIMIT 1
