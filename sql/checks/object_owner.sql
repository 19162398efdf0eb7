-- Why: an owner may do anything with what is its own: a superuser's function or table in the schema is above policies.
-- Mend: `alter … owner to {city}_owner`, or to {city}_definer for a function of sql/definers.
with owned (object, owner) as (
    -- view_not_invoker has views.
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
where pg_get_userbyid(owner) not in ('{city}_owner', '{city}_definer', '{city}_audit', '{city}_verifier')
