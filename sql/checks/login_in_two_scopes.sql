-- Why: policies add up: a login that inherits two of the city's roles sees the union of both.
-- Mend: revoke all but one, or `alter role … noinherit` for a program that takes one role for each transaction.
select r.rolname as object, 'inherits ' || string_agg(g.rolname, ', ' order by g.rolname) as problem
from pg_roles r
join pg_roles g
    on g.rolname
        ~ '^{city}_(owner|definer|audit|verifier|agency|pool|personnel|mover|provisioner|worker|auditor|backup)$'
    and pg_has_role(r.oid, g.oid, 'usage')
where r.rolcanlogin
    and not r.rolsuper
group by r.rolname
having count(*) > 1
