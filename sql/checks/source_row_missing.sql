-- Why: a table that phases fill has no foreign keys, because they would check each row by itself. Without the trigger
-- that checks a statement's rows at once, a row may belong to a cycle, a person or an appraisal that does not exist.
-- Mend: `mutasi db init`, as a superuser. A new table: its trigger require_source_row in
-- sql/definers/guard_appraisal.sql, or foreign keys.
select c.relname as object, 'has cycle_id and employment_id, and no trigger require_source_row' as problem
from pg_class c
where c.relnamespace = current_schema()::regnamespace
    and c.relkind in ('r', 'p')
    and not c.relispartition
    and (
        select count(*) from pg_attribute a
        where a.attrelid = c.oid and a.attname in ('agency_id', 'cycle_id', 'employment_id') and not a.attisdropped
    ) = 3
    -- For each statement that adds rows; audit_trigger_missing finds triggers that are switched off.
    and not exists (
        select from pg_trigger t
        join pg_proc f on f.oid = t.tgfoid
        where t.tgrelid = c.oid
            and f.pronamespace = c.relnamespace
            and f.proname = 'require_source_row'
            and t.tgtype = 4
            and t.tgqual is null
    )
    and exists (
        select from pg_attribute a
        where a.attrelid = c.oid and a.attname in ('cycle_id', 'employment_id') and not exists (
            select from pg_constraint f
            where f.conrelid = c.oid and f.contype = 'f' and a.attnum = any (f.conkey)
        )
    )
