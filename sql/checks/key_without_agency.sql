-- Why: a key or index of a tenant table that does not begin with agency_id reveals other agencies' rows, or reaches
-- them. An index that is not unique does so too, because a reader sees how many pages it read.
-- Mend: put agency_id, which may not be null, first on both sides. City-wide tables have no agency_id (except agency
-- and job_turn).
select c.relname || '.' || i.relname as object, 'does not begin with agency_id' as problem
from pg_index x
join pg_class c on c.oid = x.indrelid
join pg_class i on i.oid = x.indexrelid
join pg_attribute a on a.attrelid = c.oid and a.attname = 'agency_id' and not a.attisdropped
where c.relnamespace = current_schema()::regnamespace
    and c.relname not in ('agency', 'job_turn')
    and x.indkey[0] <> a.attnum
union all
select c.relname || '.' || k.conname, 'foreign key to a tenant table without agency_id first on both sides'
from pg_constraint k
join pg_class c on c.oid = k.conrelid
join pg_class t on t.oid = k.confrelid
join pg_attribute f on f.attrelid = k.confrelid and f.attname = 'agency_id' and not f.attisdropped
left join pg_attribute a on a.attrelid = k.conrelid and a.attname = 'agency_id' and not a.attisdropped
where k.contype = 'f'
    and c.relnamespace = current_schema()::regnamespace
    and not (t.relnamespace = c.relnamespace and t.relname = 'agency')
    and (k.conkey[1] is distinct from a.attnum or k.confkey[1] <> f.attnum)
union all
select c.relname, 'agency_id may be null'
from pg_class c
join pg_attribute a on a.attrelid = c.oid and a.attname = 'agency_id' and not a.attisdropped
where c.relnamespace = current_schema()::regnamespace
    and c.relkind in ('r', 'p')
    and not a.attnotnull
