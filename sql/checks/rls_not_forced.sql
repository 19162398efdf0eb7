-- Why: without row security, or when it does not bind the owner, one forgotten table shows every agency's rows.
-- Mend: write sql/policies/<table>.sql with `enable` and `force row level security`, then `mutasi db migrate`.
select c.relname as object, 'row level security is not enabled and forced' as problem
from pg_class c
where c.relnamespace = current_schema()::regnamespace
    and c.relkind in ('r', 'p')
    and not (c.relrowsecurity and c.relforcerowsecurity)
