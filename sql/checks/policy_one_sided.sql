-- Why: a policy that checks less than it shows lets rows be planted in, or moved to, another agency.
-- Mend: make `using` and `with check` the same; for the pool a policy for all commands, or only for select; for
-- agencies, which read through windows, only for insert.
select c.relname || '.' || p.polname as object, 'using and with check differ' as problem
from pg_policy p
join pg_class c on c.oid = p.polrelid
where c.relnamespace = current_schema()::regnamespace
    and p.polcmd in ('*', 'w')
    and pg_get_expr(p.polwithcheck, p.polrelid) <> pg_get_expr(p.polqual, p.polrelid)
union all
select c.relname || '.' || p.polname, 'for one writing command only'
from pg_policy p
join pg_class c on c.oid = p.polrelid
where c.relnamespace = current_schema()::regnamespace
    and (
        p.polcmd not in ('*', 'r')
        and exists (
            select from pg_roles r
            where r.oid = any (p.polroles)
                and r.rolname in ({pool_bound}, {login_bound})
                and r.rolname <> '{city}_agency'
        )
        or p.polcmd in ('w', 'd') and '{city}_agency'::regrole = any (p.polroles)
    )
