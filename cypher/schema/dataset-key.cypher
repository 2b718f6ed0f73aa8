// One Dataset node per generation. Every read checks there whether the generation is whole.
// Takes nothing, returns nothing. Does nothing if it already exists.
CREATE CONSTRAINT dataset_key IF NOT EXISTS
FOR (dataset:Dataset)
REQUIRE dataset.revision IS UNIQUE
