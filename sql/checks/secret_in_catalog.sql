-- Why: every login may read the catalog: settings of roles and databases, bodies of functions, and policies.
-- Mend: change the secret now, because everybody could read it; keep it in a password file, a service file or the
-- environment.
with told (object, text) as (
    select 'setting of ' || coalesce(r.rolname, 'the database'), x.setting
    from pg_db_role_setting s
    left join pg_roles r on r.oid = s.setrole
    cross join unnest(s.setconfig) x (setting)
    where s.setdatabase = (select d.oid from pg_database d where d.datname = current_database())
        or s.setdatabase = 0 and r.rolname ~ '^{city}_'
    union all
    select f.oid::regprocedure::text, concat_ws(' ', f.prosrc, pg_get_function_sqlbody(f.oid))
    from pg_proc f
    where f.pronamespace = current_schema()::regnamespace
    union all
    select c.relname || '.' || p.polname,
        concat_ws(' ', pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
    from pg_policy p
    join pg_class c on c.oid = p.polrelid
    where c.relnamespace = current_schema()::regnamespace
)
select object, 'holds ' || s.kind as problem
from told
join (
    -- With a value after it: the bare word, a pattern and a place of format() are not secrets.
    values ('a password''s verifier', 'SCRAM-SHA-256\$\d+:|\mmd5[0-9a-f]{32}\M'),
        ('a password', 'password(\s+|\s*(:?=|=>)\s*)e?''[^''%]|password=[^\s''%]|\w+://[^\s:/@'']+:[^\s@'']+@'),
        ('a secret setting', '^[^=\s]+\.[^=\s]*(password|secret|token|key)[^=\s]*=.')
) s (kind, pattern) on told.text ~* s.pattern
