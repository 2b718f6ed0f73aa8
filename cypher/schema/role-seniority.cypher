// Roles by seniority, for pages in that order.
// Takes nothing, returns nothing; changes nothing where it stands already.
CREATE INDEX role_seniority IF NOT EXISTS
FOR (role:Role)
ON (role.revision, role.seniorityPosition)
