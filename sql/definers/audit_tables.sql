-- Owner: {city}_audit
-- Which tables are audited, and the triggers that stop changes of the trail. Applied after audit_record.sql, whose
-- functions its triggers call.

-- The second wall, for rights granted by mistake and for superusers: nothing is changed or removed, except that the
-- functions above erase a payload and move a head on. In a trigger, current_user is the role that makes the change.
create or replace function refuse_audit_change() returns trigger
language plpgsql
volatile
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    if tg_op = 'UPDATE' and current_user = '{city}_audit' then
        -- Nested, because an expression is read with all its columns, which the other tables do not have.
        if tg_table_name = 'audit_event' then
            if new.salt is null and new.payload is null
                and new.commitment = audit_commitment(old.salt, old.payload)
                and to_jsonb(new) - '{salt,payload,commitment}'::text[]
                    = to_jsonb(old) - '{salt,payload,commitment}'::text[]
            then
                return new;
            end if;
        elsif tg_table_name = 'audit_block' then
            if new.agency_id = old.agency_id and new.block >= old.block and new.sealed_block >= old.sealed_block then
                return new;
            end if;
        end if;
    end if;
    raise exception 'the audit trail is only ever added to'
        using errcode = 'insufficient_privilege', table = tg_table_name;
end
$$;

-- Which tables are audited, and how. rows, unless the table is named here as something else: each row is an event.
-- count: filled by the million, so each statement that adds rows is an event, with their number, for each value of the
-- named column. Any other change of these tables, which nobody has a right to, is an event for each row. trail: the
-- trail itself, to which rows are only added. machinery: not audited. These are person_history and fact_history, which
-- the events of their tables hold as well; applied_file, itself a ledger; and tables that change all the time.
create or replace function audited_tables() returns table (table_name text, kind text, counted_by text)
language sql
stable
set search_path = pg_catalog, {city}, pg_temp
as $$
    with named (table_name, kind, counted_by) as (
        values
            ('appraisal', 'count', 'cycle_id'),
            ('appraisal_closing', 'count', 'cycle_id'),
            ('appraisal_score', 'count', 'cycle_id'),
            ('talent_placement', 'count', 'cycle_id'),
            ('appraisal_exclusion', 'count', 'cycle_id'),
            ('appraisal_reminder', 'count', 'cycle_id'),
            ('run_failure', 'count', 'run_id'),
            ('transfer_verdict', 'count', 'transfer_check_id')
        union all
        select unnest(array['audit_event', 'audit_block', 'audit_seal']), 'trail', null
        union all
        select unnest(array[
            'applied_file', 'person_history', 'fact_history', 'login_fingerprint', 'run_chunk', 'worker', 'job',
            'job_history', 'job_turn', 'schedule_occurrence'
        ]), 'machinery', null
    )
    select n.table_name, n.kind, n.counted_by from named n
    union all
    select c.relname::text, 'rows', null from pg_class c
    where c.relnamespace = '{city}'::regnamespace and c.relkind in ('r', 'p')
        and not exists (select from named n where n.table_name = c.relname)
$$;

do $audit$
declare
    v_table text;
    v_counted_by text;
    v_arguments text;
    v_name text;
begin
    for v_table, v_counted_by in
        select a.table_name, a.counted_by from audited_tables() a where a.kind in ('rows', 'count')
    loop
        if (select c.relkind from pg_class c where c.oid = v_table::regclass) = 'p' then
            raise exception 'table % is partitioned: a row that changes its partition would leave no event', v_table;
        end if;
        select string_agg(quote_literal(a), ', ') into strict v_arguments
        from (
            select case when exists (
                select from pg_attribute a
                where a.attrelid = v_table::regclass and a.attname = 'agency_id' and not a.attisdropped
            ) then 'agency' else 'city' end as a
            union all
            select * from (
                select a.attname::text
                from pg_index x
                join pg_attribute a on a.attrelid = x.indrelid and a.attnum = any (x.indkey)
                where x.indrelid = v_table::regclass and x.indisprimary
                    and (a.attname <> 'agency_id' or x.indnkeyatts = 1)
                order by array_position(x.indkey::smallint[], a.attnum)
            ) k
        ) a;
        execute format(
            'create or replace trigger audit_insert after insert on %I referencing new table as changed '
            'for each statement execute function %s', v_table,
            case
                when v_counted_by is not null then format('record_count(%L)', v_counted_by)
                else format('record_change(%s)', v_arguments)
            end);
        execute format(
            'create or replace trigger audit_update after update on %I for each row '
            'when (old is distinct from new) execute function record_update(%s)', v_table, v_arguments);
        execute format(
            'create or replace trigger audit_delete after delete on %I referencing old table as changed '
            'for each statement execute function record_change(%s)', v_table, v_arguments);
        execute format(
            'create or replace trigger audit_truncate after truncate on %I '
            'for each statement execute function record_change()', v_table);
    end loop;

    for v_table in select a.table_name from audited_tables() a where a.kind = 'trail' loop
        execute format(
            'create or replace trigger refuse_audit_change before update or delete on %I '
            'for each row execute function refuse_audit_change()', v_table);
        execute format(
            'create or replace trigger refuse_audit_truncate before truncate on %I '
            'for each statement execute function refuse_audit_change()', v_table);
    end loop;

    -- Always: also where a superuser has set session_replication_role.
    for v_table, v_name in
        select t.tgrelid::regclass, t.tgname from pg_trigger t
        where t.tgfoid in (
            'record_update'::regproc, 'record_change'::regproc, 'record_count'::regproc,
            'refuse_audit_change'::regproc
        )
    loop
        execute format('alter table %s enable always trigger %I', v_table, v_name);
    end loop;
end
$audit$;

-- For the check audit_trigger_missing.
grant execute on function audited_tables to {city}_owner;
