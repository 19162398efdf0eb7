-- Why: a security definer function has its owner's rights: those of the tables' owner, or of a superuser, are too many
-- for a function that others call. Without the temporary schema last in its path it can be made to use its caller's
-- tables.
-- Mend: define it only in sql/definers and sql/windows.sql, owned by a role that nobody can take, with `set search_path
-- = pg_catalog, {city}, pg_temp`.
select f.oid::regprocedure::text as object, 'acts as ' || pg_get_userbyid(f.proowner) as problem
from pg_proc f
where f.pronamespace = current_schema()::regnamespace
    and f.prosecdef
    and pg_get_userbyid(f.proowner) not in ({keepers})
union all
select f.oid::regprocedure::text, 'its search_path is not pg_catalog, {city}, pg_temp'
from pg_proc f
where f.pronamespace = current_schema()::regnamespace
    and f.prosecdef
    and not coalesce('search_path=pg_catalog, {city}, pg_temp' = any (f.proconfig), false)
