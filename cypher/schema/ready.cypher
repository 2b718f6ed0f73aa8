// Waits until every index is online, for at most 300 seconds.
// Takes nothing, returns nothing; fails if an index does not come online in time.
CALL db.awaitIndexes(300)
