// Roles by title, for people who explore the graph by hand.
// Takes nothing, returns nothing. Does nothing if it already exists.
CREATE INDEX role_title IF NOT EXISTS
FOR (role:Role)
ON (role.revision, role.title)
