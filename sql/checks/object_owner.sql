-- Why: an owner may do anything with its objects: a superuser's function or table in the schema is above policies.
-- Mend: `alter … owner to {city}_owner`, or, for a function of sql/definers, to the role that its file names.
with owned (object, owner) as (
    -- view_not_invoker finds views.
    select c.relname, c.relowner
    from pg_class c
    where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p', 'S', 'm', 'f', 'c')
    union all
    select f.oid::regprocedure::text, f.proowner from pg_proc f where f.pronamespace = current_schema()::regnamespace
    union all
    -- Without the types of tables and of arrays.
    select t.typname, t.typowner
    from pg_type t
    where t.typnamespace = current_schema()::regnamespace and t.typrelid = 0 and t.typcategory <> 'A'
)
select object, 'belongs to ' || pg_get_userbyid(owner) as problem
from owned
where pg_get_userbyid(owner) not in ('{city}_owner', {keepers})
