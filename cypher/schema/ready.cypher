// Waits until every index serves, for at most 300 seconds.
// Takes nothing, returns nothing; fails where an index does not come up in time.
CALL db.awaitIndexes(300)
