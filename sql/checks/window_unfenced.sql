-- Why: a window that a condition can pass, or that lets its reader write, is a hole into every agency; so is one whose
-- expected numbers of rows come from the table's statistics.
-- Mend: `mutasi db init` makes the windows again: `with (security_barrier = true)`, ending in `offset 0`, for reading
-- only.
select v.relname as object, p.problem
from pg_class v
cross join lateral (
    values
        ('a condition can pass it', pg_get_viewdef(v.oid) !~ 'OFFSET 0;$'),
        ('it is not a security barrier', v.reloptions is distinct from array['security_barrier=true']),
        ('it reads more than one table', pg_get_viewdef(v.oid) ~ '(JOIN|UNION|WITH|SELECT.*SELECT)'),
        (
            'more than reading is granted',
            exists (
                select from (
                    select x.grantee, x.privilege_type from aclexplode(v.relacl) x
                    union
                    select x.grantee, x.privilege_type
                    from pg_attribute a cross join aclexplode(a.attacl) x
                    where a.attrelid = v.oid
                ) x
                where x.grantee <> v.relowner and x.privilege_type <> 'SELECT'
            )
        )
) p (problem, is_so)
where v.relnamespace = current_schema()::regnamespace
    and v.relkind = 'v'
    and v.relowner = '{city}_window'::regrole
    and p.is_so
union all
select f.oid::regprocedure::text,
    'a condition could be taken into it: it is not in plpgsql, or does not act as its owner'
from pg_proc f
where f.pronamespace = current_schema()::regnamespace
    and f.proowner = '{city}_window'::regrole
    and (not f.prosecdef or f.prolang <> (select l.oid from pg_language l where l.lanname = 'plpgsql'))
