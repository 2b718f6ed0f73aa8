// Roles by seniority, for pages in that order.
// Takes nothing, returns nothing; does nothing if it exists already.
CREATE INDEX role_seniority IF NOT EXISTS
FOR (role:Role)
ON (role.revision, role.seniorityPosition)
