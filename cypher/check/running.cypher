// The statements of one instance of the service that the server is running.
// Takes $instance STRING. Returns a row per running statement: mark STRING, as the statement's metadata have it. The order is undefined.
// Starts from the server's list of transactions, which shows every user at least their own.
SHOW TRANSACTIONS
YIELD metaData
WHERE metaData.careerGraphInstance = $instance
RETURN metaData.careerGraphMark AS mark
