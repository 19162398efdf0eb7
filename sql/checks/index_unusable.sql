-- Why: under policies an index column serves only comparisons that the catalog marks as leakproof. Those of boolean,
-- integers, text, uuid, date, timestamps and bytea are; those of enums, numeric, arrays, ranges and jsonb are not, nor
-- is any function of an expression index: the statement reads all rows of the agency instead.
-- Mend: store the value as text or smallint, or in a generated column. Exclusion constraints are exempt: they are not
-- made for reading.
select c.relname || '.' || i.relname as object,
    case x.indkey[n.number - 1]
        when 0 then 'an expression'
        else pg_get_indexdef(x.indexrelid, n.number, true) || ': comparisons of '
            || format_type(o.opcintype, null) || ' are not leakproof'
    end as problem
from pg_index x
join pg_class c on c.oid = x.indrelid
join pg_class i on i.oid = x.indexrelid
join pg_attribute a on a.attrelid = c.oid and a.attname = 'agency_id' and not a.attisdropped
cross join generate_series(2, x.indnkeyatts) n (number)
join pg_opclass o on o.oid = x.indclass[n.number - 1]
where c.relnamespace = current_schema()::regnamespace
    and c.relname not in ('agency', 'agency_name')
    and not c.relispartition
    and not x.indisexclusion
    -- Tenants do not filter by columns that they may not read.
    and (
        has_any_column_privilege('{city}_agency', c.oid, 'select')
        or has_any_column_privilege('{city}_pool', c.oid, 'select')
    )
    and (
        x.indkey[n.number - 1] = 0
        or exists (
            select from pg_amop m
            join pg_operator q on q.oid = m.amopopr
            join pg_proc f on f.oid = q.oprcode
            where m.amopfamily = o.opcfamily
                and m.amoplefttype = o.opcintype
                and m.amoprighttype = o.opcintype
                and not f.proleakproof
        )
    )
