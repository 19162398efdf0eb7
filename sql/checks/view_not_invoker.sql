-- Why: a view reads as its owner, and a superuser's view reads above all policies, unless it is set to read as its
-- caller.
-- Mend: `create view … with (security_invoker = true)`, as the owner, in sql/routines. The windows of {city}_window
-- read as that role; window_unfenced checks them.
select c.relname as object, 'does not read as its caller' as problem
from pg_class c
where c.relnamespace = current_schema()::regnamespace
    and c.relkind = 'v'
    and c.relowner <> '{city}_window'::regrole
    and not exists (
        select from pg_options_to_table(c.reloptions) o
        where o.option_name = 'security_invoker' and o.option_value::boolean
    )
union all
select c.relname, 'belongs to ' || pg_get_userbyid(c.relowner)
from pg_class c
where c.relnamespace = current_schema()::regnamespace
    and c.relkind = 'v'
    and c.relowner <> '{city}_window'::regrole
    and c.relowner <> '{city}_owner'::regrole
