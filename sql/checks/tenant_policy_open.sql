-- Why: an agency's role, or the pool, with a policy that does not compare agency_id reads every agency.
-- Mend: the policy of {city}_agency binds by the role's name, that of {city}_pool by the setting mutasi.agency.
select p.polrelid::regclass::text || '.' || p.polname as object, 'does not bind agency_id' as problem
from pg_policy p
join pg_class c on c.oid = p.polrelid
join pg_attribute a on a.attrelid = c.oid and a.attname = 'agency_id' and not a.attisdropped
where c.relnamespace = current_schema()::regnamespace
    and c.relname not in ('agency', 'agency_name')
    and exists (
        select from unnest(p.polroles) r
        where pg_get_userbyid(r) in ('{city}_agency', '{city}_pool')
    )
    and (
        (p.polcmd <> 'a' and coalesce(pg_get_expr(p.polqual, p.polrelid), '') !~ '^\(agency_id = ')
        or (p.polcmd <> 'r' and coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '') !~ '^\(agency_id = ')
    )
