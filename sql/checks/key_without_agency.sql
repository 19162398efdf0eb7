-- Why: a key or index of a tenant table that does not begin with agency_id reveals, or reaches into, other agencies.
-- Mend: put agency_id first. Tables that are city-wide by nature have no agency_id (agency, agency_name excepted).
select c.relname || '.' || i.relname as object, 'does not begin with agency_id' as problem
from pg_index x
join pg_class c on c.oid = x.indrelid
join pg_class i on i.oid = x.indexrelid
join pg_attribute a on a.attrelid = c.oid and a.attname = 'agency_id' and not a.attisdropped
where c.relnamespace = current_schema()::regnamespace
    and c.relname not in ('agency')
    and x.indkey[0] <> a.attnum
union all
select c.relname || '.' || k.conname, 'foreign key between tenant tables without agency_id'
from pg_constraint k
join pg_class c on c.oid = k.conrelid
join pg_attribute a on a.attrelid = k.conrelid and a.attname = 'agency_id' and not a.attisdropped
join pg_attribute f on f.attrelid = k.confrelid and f.attname = 'agency_id' and not f.attisdropped
where c.relnamespace = current_schema()::regnamespace
    and k.contype = 'f'
    and c.relname not in ('agency')
    and k.conkey[1] <> a.attnum
