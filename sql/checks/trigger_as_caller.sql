-- Why: a trigger that looks for rows as its caller sees only what the caller's policies show: under a narrower role it
-- finds nothing, and accepts.
-- Mend: `security definer`, in a file of sql/definers that names {city}_guard, or {city}_audit, as its owner.
select f.oid::regprocedure::text as object, 'reads or writes tables as its caller' as problem
from pg_proc f
where f.pronamespace = current_schema()::regnamespace
    and f.prorettype in ('trigger'::regtype, 'event_trigger'::regtype)
    and not f.prosecdef
    -- The event trigger of roles.sql reads pg_roles, which everybody may see.
    and f.proname <> 'refuse_ownership_commands'
    and f.prosrc ~* '\m(select|perform|insert into|delete from)\M'
