// Roles by seniority, for pages in that order.
// Takes nothing, returns nothing. Does nothing if it already exists.
CREATE INDEX role_seniority IF NOT EXISTS
FOR (role:Role)
ON (role.revision, role.seniorityPosition)
