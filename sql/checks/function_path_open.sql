-- Why: a function without a pinned path can be made to use a caller's temporary table; one that PUBLIC may execute, or a
-- definer function, is a door around the policies.
-- Mend: `set search_path from current`, no `security definer`, and grants to named roles, in sql/routines.
select p.proname as object,
    case
        when p.prosecdef then 'security definer'
        when p.proconfig is null then 'no search_path'
        else 'PUBLIC may execute it'
    end as problem
from pg_proc p
where p.pronamespace = current_schema()::regnamespace
    and (
        p.prosecdef
        or p.proconfig is null
        or p.proacl is null
        or exists (select from aclexplode(p.proacl) x where x.grantee = 0)
    )
