// What the Dataset node says about a generation. $revision STRING: the pinned revision.
// Returns one row, no row if the store does not have the revision: name STRING, version STRING, attributions LIST<STRING>,
//   parts STRING, the datasets that it was read from as `partsText.ts` writes them,
//   skillCategories LIST<STRING> by code unit, loadedAt INTEGER (milliseconds since 1970), prefixes LIST<STRING> and prefixCounts LIST<INTEGER>, parallel. Starts from the key of Dataset (revision).
MATCH (dataset:Dataset {revision: $revision, state: 'READY'})
RETURN
  dataset.name AS name,
  dataset.version AS version,
  dataset.attributions AS attributions,
  dataset.parts AS parts,
  dataset.skillCategories AS skillCategories,
  dataset.loadedAt.epochMillis AS loadedAt,
  dataset.prefixes AS prefixes,
  dataset.prefixCounts AS prefixCounts
