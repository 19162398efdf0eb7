-- Why: each table that {city}_window may read has a window own_<table> with the same columns: there an agency finds its
-- rows, also in columns that were added to the table.
-- Mend: `mutasi db init`.
select coalesce(t.relname, v.relname)::text as object,
    case
        when v.relname is null then 'it has no window'
        when t.relname is null then 'nothing may be read through it'
        else 'its columns are not those that may be read'
    end as problem
from (
    select c.relname, array_agg(a.attname order by a.attnum) as columns
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = current_schema()::regnamespace
        and c.relkind in ('r', 'p', 'v')
        and c.relowner <> '{city}_window'::regrole
        and has_column_privilege('{city}_window', c.oid, a.attnum, 'select')
    group by c.relname
) t
full join (
    select c.relname, array_agg(a.attname order by a.attnum) as columns
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
    where c.relnamespace = current_schema()::regnamespace
        and c.relkind = 'v'
        and c.relowner = '{city}_window'::regrole
    group by c.relname
) v on v.relname = 'own_' || t.relname
where v.columns is distinct from t.columns
