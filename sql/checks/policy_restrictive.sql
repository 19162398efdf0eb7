-- Why: Citus takes a restrictive policy for a permissive one: a condition that should narrow the access opens it.
-- Mend: write the whole condition into the one permissive policy of the role, in sql/policies/<table>.sql.
select c.relname || '.' || p.polname as object, 'restrictive' as problem
from pg_policy p
join pg_class c on c.oid = p.polrelid
where c.relnamespace = current_schema()::regnamespace
    and not p.polpermissive
