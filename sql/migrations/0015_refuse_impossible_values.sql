-- What no fact can be is refused for every client: days outside of 1900 to 2200, instants outside of 1900 to 2201, in which the
-- last cycle ends (infinity, before Christ); periods that are empty or have no beginning; chunks whose keys run backwards.
-- `mutasi db check` finds a column that has no such limit (date_unbounded), and limits that rows of an older version break
-- (constraint_not_validated).

do $bounds$
declare
    v_column record;
    v_name text;
begin
    for v_column in
        select c.relname as table_name, a.attname as name, a.atttypid::regtype::text as type
        from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
            and a.atttypid in ('date'::regtype, 'timestamptz'::regtype, 'daterange'::regtype)
            -- The trail is written by its own functions, by the server's clock, and a check costs every writer; so with the
            -- ledger and the workers' leases.
            and c.relname not in ('audit_event', 'audit_seal', 'applied_file', 'worker')
        order by c.relname, a.attnum
    loop
        v_name := v_column.table_name || '_' || v_column.name || '_bounds_check';
        execute format(
            'alter table %I add constraint %I check (%s) not valid', v_column.table_name, v_name,
            format(
                case v_column.type
                    when 'date' then '%1$I between ''1900-01-01'' and ''2200-12-31'''
                    when 'daterange' then
                        'not isempty(%1$I) and coalesce(lower(%1$I) between ''1900-01-01'' and ''2200-12-31'', %1$I is null) '
                        'and (upper_inf(%1$I) or upper(%1$I) between ''1900-01-01'' and ''2201-01-01'')'
                        -- A cycle ends.
                        || case v_column.table_name when 'cycle' then ' and not upper_inf(%1$I)' else '' end
                    else '%1$I between ''1900-01-01 00:00+00'' and ''2201-12-31 00:00+00'''
                end, v_column.name));
        begin
            execute format('alter table %I validate constraint %I', v_column.table_name, v_name);
        exception when check_violation then
            raise warning 'table % has rows with an impossible %: see ''mutasi db check''', v_column.table_name, v_column.name;
        end;
    end loop;
end
$bounds$;

alter table run_chunk add constraint run_chunk_keys_check check (
    num_nulls(first_key, last_key) in (0, 2) and first_key <= last_key and keys >= 0
);

-- Given to whoever claims a chunk, and readable by nobody else: what was claimed is ended by it.
alter table run_chunk add column claim uuid;
comment on column run_chunk.claim is 'Fences the finish: a number that only whoever claimed the chunk was told';
comment on column run_chunk.attempt is 'Counts claims; an interrupted one is no error';
