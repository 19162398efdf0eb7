-- Why: `or`, coalesce and `is null` open a table when the agency is not set, and no index serves them; a sub-select
-- races with changes of what it reads, is slow, and Citus refuses it.
-- Mend: `agency_id = <stable expression>`; another policy for another role, in sql/policies/<table>.sql.
select c.relname || '.' || p.polname as object, lower(trim(m.word[1])) || ' in the expression' as problem
from pg_policy p
join pg_class c on c.oid = p.polrelid
-- As the server prints it, keywords are in capitals.
cross join lateral regexp_match(
    concat_ws(' ', pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)),
    '\m(SELECT|COALESCE|IS NULL|IS DISTINCT FROM|OR)\M'
) m (word)
where c.relnamespace = current_schema()::regnamespace
    and m.word is not null
