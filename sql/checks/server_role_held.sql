-- Why: the server's own roles read every table, every statement's text, files and programs, whatever the policies say.
-- Mend: revoke it; leave pg_read_all_data to {city}_backup, pg_signal_backend to {city}_definer and pg_read_all_stats
-- to {city}_verifier.
select r.rolname as object, 'may take ' || s.rolname as problem
from pg_roles s
join pg_roles r on r.oid <> s.oid and pg_has_role(r.oid, s.oid, 'member')
where not r.rolsuper
    and (s.rolsuper or s.rolname ~ '^pg_' and s.rolname <> 'pg_database_owner')
    -- What the three have, their members have, too; owner_reachable finds the members of the last two.
    and not (s.rolname = 'pg_read_all_data' and pg_has_role(r.oid, '{city}_backup', 'member'))
    and not (s.rolname = 'pg_signal_backend' and pg_has_role(r.oid, '{city}_definer', 'member'))
    and not (s.rolname = 'pg_read_all_stats' and pg_has_role(r.oid, '{city}_verifier', 'member'))
    and (
        r.rolname ~ '^{city}_(({role_words})$'
            '|(backup|admin|daemon)$|agency_[0-9])'
        or exists (
            select from pg_roles g
            where g.rolname ~ '^{city}_({role_words}|admin|daemon)$'
                and pg_has_role(r.oid, g.oid, 'member')
        )
    )
