// One Dataset node a generation; every read asks it whether the generation is whole.
// Takes nothing, returns nothing; does nothing if it exists already.
CREATE CONSTRAINT dataset_key IF NOT EXISTS
FOR (dataset:Dataset)
REQUIRE dataset.revision IS UNIQUE
