-- Why: if a policy does not compare agency_id like all others, then an agency's login, its window, the pool, or the
-- functions that make results in its scope read every agency.
-- Mend: `mutasi db init` applies the policy files again. A new policy compares agency_id with the expression of
-- sql/bindings/ that sql/roles.csv names for the role (bound_by); an intended change there must change this check, too.
select c.relname || '.' || p.polname as object, 'does not bind agency_id as the others do' as problem
from pg_policy p
join pg_class c on c.oid = p.polrelid
join pg_attribute a on a.attrelid = c.oid and a.attname = 'agency_id' and not a.attisdropped
join (
    -- As the server prints them.
    select r.oid, b.binding
    from (
        values (
            array[{login_bound}],
            '(agency_id = (NULLIF("substring"((SESSION_USER)::text, '
                '''^{city}_agency_([0-9]{1,9})_[a-z][a-z0-9]{0,11}$''::text), ''''::text))::integer)'
        ), (
            array[{pool_bound}],
            '(agency_id = CASE WHEN pg_has_role((to_regrole((''{city}_agency_''::text '
                '|| current_setting(''mutasi.agency''::text, true))))::oid, ''{city}_agency''::name, ''usage''::text) '
                'THEN (NULLIF(current_setting(''mutasi.agency''::text, true), ''''::text))::integer '
                'ELSE NULL::integer END)'
        )
    ) b (roles, binding)
    join pg_roles r on r.rolname = any (b.roles)
) b (role, binding) on b.role = any (p.polroles)
where c.relnamespace = current_schema()::regnamespace
    and c.relname not in ('agency', 'agency_name')
    and (
        regexp_replace(pg_get_expr(p.polqual, p.polrelid), '\s+', ' ', 'g') <> b.binding
        or regexp_replace(pg_get_expr(p.polwithcheck, p.polrelid), '\s+', ' ', 'g') <> b.binding
    )
