-- Why: a function without a pinned path can be made to use a caller's temporary table; one that PUBLIC may execute, or that
-- acts as the tables' owner, is a door around the policies.
-- Mend: `set search_path from current` or a body that is parsed when it is made (`return …`), and grants to named roles, in
-- sql/routines; `security definer` only in sql/definers, owned by {city}_definer.
select p.proname as object,
    case
        when p.prosecdef and p.proowner <> '{city}_definer'::regrole then 'security definer of another owner'
        when p.proconfig is null and p.prosqlbody is null then 'no search_path'
        else 'PUBLIC may execute it'
    end as problem
from pg_proc p
where p.pronamespace = current_schema()::regnamespace
    and (
        (p.prosecdef and p.proowner <> '{city}_definer'::regrole)
        or (p.proconfig is null and p.prosqlbody is null)
        or p.proacl is null
        or exists (select from aclexplode(p.proacl) x where x.grantee = 0)
    )
