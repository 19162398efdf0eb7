-- Why: a role's second policy may show rows that its first one hides: permissive policies add up, and a reader of the
-- files sees only one.
-- Mend: one policy for each role and table, in sql/policies/<table>.sql; drop the other.
select c.relname as object, count(*) || ' policies for ' || pg_get_userbyid(r.role) as problem
from pg_policy p
join pg_class c on c.oid = p.polrelid
cross join unnest(p.polroles) r (role)
where c.relnamespace = current_schema()::regnamespace
    and r.role <> 0
group by c.relname, r.role
having count(*) > 1
