-- Why: a table without any policy shows nothing to anybody: its file in sql/policies was forgotten, or was not applied.
-- Mend: write sql/policies/<table>.sql, then `mutasi db migrate`. Partitions need none: they are read through their
-- parent.
select c.relname as object, 'no policy' as problem
from pg_class c
where c.relnamespace = current_schema()::regnamespace
    and c.relkind in ('r', 'p')
    and not c.relispartition
    and c.relrowsecurity
    and c.relforcerowsecurity
    and not exists (select from pg_policy p where p.polrelid = c.oid)
