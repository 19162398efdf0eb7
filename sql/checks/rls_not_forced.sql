-- Why: without row security, or when it does not bind the owner, one forgotten table shows every agency's rows.
-- Mend: `mutasi db init` applies the policy files again. A new table needs its sql/policies/<table>.sql with `enable`
-- and `force row level security`.
select c.relname as object, 'row level security is not enabled and forced' as problem
from pg_class c
where c.relnamespace = current_schema()::regnamespace
    and c.relkind in ('r', 'p')
    and not (c.relrowsecurity and c.relforcerowsecurity)
