// Makes a generation the active one; must run in the transaction that holds the load lock. $revision STRING. $dataModel INTEGER.
// `loadedAt` is when it first became active; activating it again does not change that.
// Returns one row: revision STRING. Starts from the keys of Active (id) and Dataset (revision).
MERGE (active:Active {id: 'active'})
WITH active, active.revision AS replacedRevision
MATCH (dataset:Dataset {revision: $revision})
SET
  active.revision = $revision,
  active.dataModel = $dataModel,
  dataset.state = 'READY',
  dataset.loadedAt = coalesce(dataset.loadedAt, datetime()),
  dataset.replacedAt = null
WITH active, replacedRevision
OPTIONAL MATCH (replaced:Dataset {revision: replacedRevision})
WHERE replacedRevision <> $revision
SET replaced.replacedAt = datetime()
RETURN active.revision AS revision
