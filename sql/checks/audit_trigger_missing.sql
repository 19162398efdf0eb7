-- Why: a change that no trigger records leaves no event, and no seal can show that it is missing. A trigger that is
-- dropped, switched off, or skipped by a session that sets session_replication_role, records and refuses nothing.
-- Mend: `mutasi db init`, as a superuser; other triggers and those of foreign keys: `alter table … enable trigger …`. A
-- table that needs no events is named in audited_tables(), sql/definers/audit_tables.sql.
with city_table as (
    select c.oid, c.relname from pg_class c
    where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
),
-- Bits of tgtype: 1 row, 2 before, 4 insert, 8 delete, 16 update, 32 truncate.
expected (kind, trigger, type, function) as (
    values
        ('rows', 'audit_insert', 4, 'record_change'),
        ('rows', 'audit_update', 17, 'record_update'),
        ('rows', 'audit_delete', 8, 'record_change'),
        ('rows', 'audit_truncate', 32, 'record_change'),
        ('count', 'audit_insert', 4, 'record_count'),
        ('count', 'audit_update', 17, 'record_update'),
        ('count', 'audit_delete', 8, 'record_change'),
        ('count', 'audit_truncate', 32, 'record_change'),
        ('trail', 'refuse_audit_change', 27, 'refuse_audit_change'),
        ('trail', 'refuse_audit_truncate', 34, 'refuse_audit_change')
)
select a.table_name as object,
    case
        when c.oid is null then 'is audited, but there is no such table'
        when g.oid is null then 'has no trigger ' || e.trigger
        when g.tgenabled <> 'A' then 'trigger ' || e.trigger || ' does not always fire'
        else 'trigger ' || e.trigger || ' does something else'
    end as problem
from audited_tables() a
join expected e on e.kind = a.kind
left join city_table c on c.relname = a.table_name
left join pg_trigger g on g.tgrelid = c.oid and g.tgname = e.trigger
left join pg_proc f on f.oid = g.tgfoid and f.pronamespace = current_schema()::regnamespace
where g.oid is null
    or g.tgenabled <> 'A'
    or g.tgtype <> e.type
    or f.proname is distinct from e.function
union
select c.relname,
    case
        when g.tgisinternal then 'a trigger of foreign key ' || coalesce(k.conname, '?') || ' is switched off'
        else 'trigger ' || g.tgname || ' is switched off'
    end
from city_table c
join pg_trigger g on g.tgrelid = c.oid
left join pg_constraint k on k.oid = g.tgconstraint
where g.tgenabled in ('D', 'R')
    -- The query above finds these.
    and not exists (
        select from audited_tables() a
        join expected e on e.kind = a.kind
        where a.table_name = c.relname and e.trigger = g.tgname
    )
