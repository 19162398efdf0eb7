-- Why: a table without a policy shows nothing to anybody, or to the role that has rights to it: its file in
-- sql/policies was forgotten, was not applied, or somebody dropped what it made.
-- Mend: `mutasi db init` applies the policy files again. A new table needs its sql/policies/<table>.sql; a partition
-- needs none, because it is read through its parent.
select c.relname as object, coalesce('no policy for ' || r.role::regrole, 'no policy') as problem
from pg_class c
left join lateral (
    select distinct x.grantee as role
    from (
        select (aclexplode(c.relacl)).grantee
        union
        select (aclexplode(a.attacl)).grantee from pg_attribute a where a.attrelid = c.oid
    ) x
    where x.grantee <> c.relowner and x.grantee <> 0 and x.grantee in (
        select g.oid from pg_roles g where g.rolname ~ '^{city}_({role_words})$' and g.rolname <> '{city}_owner'
    )
) r on true
where c.relnamespace = current_schema()::regnamespace
    and c.relkind in ('r', 'p')
    and not c.relispartition
    and c.relrowsecurity
    and c.relforcerowsecurity
    and not exists (
        select from pg_policy p where p.polrelid = c.oid and (r.role is null or r.role = any (p.polroles))
    )
