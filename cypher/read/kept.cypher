// The last loaded generation of one data model, for a service that cannot read the active one.
// $ending STRING: @ and the number of the data model, with which its revisions end, or go on with a dot and the number of a copy.
// Returns one row, none if the database has no whole one: revision STRING. Starts from the few nodes labelled Dataset.
MATCH (dataset:Dataset {state: 'READY'})
WHERE dataset.revision + '.' CONTAINS $ending + '.'
RETURN dataset.revision AS revision
ORDER BY dataset.loadedAt DESC
LIMIT 1
