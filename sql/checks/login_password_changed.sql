-- Why: a role may change its own password, past the rotation of logins and without an event: to a weak one, to an MD5
-- hash, to one that only an intruder knows.
-- Mend: `mutasi login rotate`, and ask the agency who changed it. A login with a certificate: `mutasi login revoke`,
-- then `mutasi login add`.
select p.rolname as object, 'has another password than it was given' as problem
from changed_passwords() p (rolname)
