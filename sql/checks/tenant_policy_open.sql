-- Why: an agency's login, or the pool, with a policy that does not compare agency_id as all others do reads every
-- agency.
-- Mend: `agency_id = login_agency()` for {city}_agency, `agency_id = pool_agency()` for {city}_pool.
select c.relname || '.' || p.polname as object, 'is not ' || b.binding as problem
from pg_policy p
join pg_class c on c.oid = p.polrelid
join pg_attribute a on a.attrelid = c.oid and a.attname = 'agency_id' and not a.attisdropped
join (
    values ('{city}_agency'::regrole::oid, '(agency_id = login_agency())'),
        ('{city}_pool'::regrole::oid, '(agency_id = pool_agency())')
) b (role, binding) on b.role = any (p.polroles)
where c.relnamespace = current_schema()::regnamespace
    and c.relname not in ('agency', 'agency_name')
    and (
        pg_get_expr(p.polqual, p.polrelid) <> b.binding
        or pg_get_expr(p.polwithcheck, p.polrelid) <> b.binding
    )
