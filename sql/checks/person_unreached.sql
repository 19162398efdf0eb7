-- Why: a person may ask for all that the city holds about him or her (UU 27/2022). Rows that the record of a person
-- does not reach are missing from the answer, and nobody would notice.
-- Mend: give the table agency_id and person_id, employment_id or the key of another table about the person, and
-- {city}_personnel the right to read it in sql/policies/<table>.sql. For a table that names others only, add a line in
-- personal_columns(), sql/routines/person_record.sql.
with personal as materialized (
    select p.table_name, p.column_name, p.key_name, coalesce(p.own_key, p.key_name) as key from personal_columns() p
)
select c.relname as object, 'names a person by ' || n.name || ', and no column says whose row it is' as problem
from pg_class c
cross join lateral (
    select a.attname as name
    from pg_attribute a
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        and (
            a.attname ~ '(^|_)(nip|by)$'
            or exists (
                select from personal p where a.attname = p.key or right(a.attname, length(p.key) + 1) = '_' || p.key
            )
        )
    union
    select f.conname
    from pg_constraint f
    join pg_class t on t.oid = f.confrelid
    join personal p on p.table_name = t.relname and p.key_name is not null
    where f.conrelid = c.oid and f.contype = 'f'
) n
where c.relnamespace = current_schema()::regnamespace
    and c.relkind in ('r', 'p')
    and not c.relispartition
    and not exists (
        select from personal p
        where p.table_name = c.relname and (p.key_name is not null or p.column_name = n.name)
    )
union all
select distinct c.relname, 'is about a person, and {city}_personnel may not read it'
from personal p
join pg_class c on c.relname = p.table_name and c.relnamespace = current_schema()::regnamespace
where p.key_name is not null
    and not has_table_privilege('{city}_personnel', c.oid, 'select')
