-- Why: a function without a pinned path, or with the temporary schema in front, uses its caller's temporary tables.
-- Mend: `set search_path from current`, or a body that is parsed when the function is made (`return …`), in
-- sql/routines.
select f.oid::regprocedure::text as object, 'search_path is not pinned, or does not end with pg_temp' as problem
from pg_proc f
where f.pronamespace = current_schema()::regnamespace
    and f.prokind <> 'a'
    and not f.prosecdef
    and f.prosqlbody is null
    and not exists (select from unnest(f.proconfig) s where s ~ '^search_path=.*\mpg_temp$')
