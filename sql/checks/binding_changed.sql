-- Why: every policy of agencies and of the pool rests on two functions. With another body they bind to other rows; when
-- they are not stable a plan may keep the agency of an earlier caller, and whoever owns them may replace them.
-- Mend: as {city}_owner delete routines/binding.sql from applied_file, then `mutasi db migrate`. What is meant to
-- change changes here, too.
select e.name as object,
    case
        when pg_get_function_sqlbody(f.oid) is distinct from e.body then 'has another body'
        when f.proowner <> '{city}_owner'::regrole then 'belongs to ' || f.proowner::regrole
        else 'is not a stable, parallel safe function without settings, as its caller'
    end as problem
from (
    values (
        'login_agency',
        'RETURN (NULLIF("substring"((CURRENT_USER)::text, '
            '''^{city}_agency_([0-9]{1,9})(?:_[a-z][a-z0-9]{0,11})?$''::text), ''''::text))::integer'
    ), (
        'pool_agency',
        'RETURN CASE WHEN pg_has_role((to_regrole((''{city}_agency_''::text '
            '|| current_setting(''mutasi.agency''::text, true))))::oid, ''{city}_agency''::name, ''usage''::text) '
            'THEN (NULLIF(current_setting(''mutasi.agency''::text, true), ''''::text))::integer ELSE NULL::integer END'
    )
) e (name, body)
-- When one is missing the policies differ, which tenant_policy_open finds.
join pg_proc f
    on f.pronamespace = current_schema()::regnamespace and f.proname = e.name and f.pronargs = 0
where pg_get_function_sqlbody(f.oid) is distinct from e.body
    or f.proowner <> '{city}_owner'::regrole
    or f.provolatile <> 's'
    or f.proparallel <> 's'
    or f.prosecdef
    or f.proconfig is not null
