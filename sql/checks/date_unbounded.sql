-- Why: if one client writes infinity, or a day before Christ, it stops lists, charts and reports of the whole city.
-- Mend: add a check constraint that bounds the column, as migration 0015 does for the others: see the constraints
-- *_bounds_check.
select c.relname || '.' || a.attname as object, 'any value is accepted' as problem
from pg_class c
join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
where c.relnamespace = current_schema()::regnamespace
    and c.relkind in ('r', 'p')
    and a.atttypid in (
        'date'::regtype, 'timestamptz'::regtype, 'timestamp'::regtype, 'daterange'::regtype, 'tstzrange'::regtype
    )
    -- Only functions write these, by the server's clock; a check costs every writer.
    and c.relname not in ('audit_event', 'audit_seal', 'applied_file', 'worker')
    and not exists (
        select from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'c' and a.attnum = any (k.conkey)
            and pg_get_constraintdef(k.oid) ~ '220[01]-12-31'
    )
