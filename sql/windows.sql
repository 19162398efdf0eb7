-- The windows through which agencies' logins read. Run as a superuser each time a city is set up, at the end.
--
-- A policy is no wall against a login that writes its own conditions: a leakproof condition that costs less runs
-- before it, and what a sub-select in it does tells of every row that matched. So agencies have no right to a table
-- that has an agency_id. Each table that {city}_window may read has a view own_<table>, which no condition can pass:
-- `offset 0` keeps it outside, and `security_barrier` keeps its expected numbers of rows outside, too. It is owned by
-- that role, whose policies show what the session's login may see.

-- Results are confidential until their release in the agency; before it, their windows are empty. In the owner's
-- rights: a function in a view runs in those of the reader, who may read no table.
create or replace function own_results_released(p_agency_id integer, p_cycle_id integer) returns boolean
language plpgsql
stable
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    return exists (
        select from cycle_milestone m
        where m.agency_id = p_agency_id and m.cycle_id = p_cycle_id and m.milestone = 'released'
    );
end
$$;

do $windows$
declare
    v_confidential constant text[] := array[
        'appraisal_closing', 'appraisal_score', 'appraisal_revision', 'talent_placement'
    ];
    v_released constant text := ' where own_results_released(agency_id, cycle_id)';
    v_table text;
    v_columns text[];
    v_window text;
begin
    -- What is not as it should be goes, and what has no table any more.
    for v_window in
        select v.relname
        from pg_class v
        left join pg_class t on t.relnamespace = v.relnamespace and t.relkind in ('r', 'p', 'v')
            and 'own_' || t.relname = v.relname
        where v.relnamespace = '{city}'::regnamespace and v.relkind = 'v' and v.relname ~ '^own_'
            and (
                v.relowner <> '{city}_window'::regrole
                or v.reloptions is distinct from array['security_barrier=true']
                or t.oid is null
                or pg_get_viewdef(v.oid) !~ (
                    '[[:space:]]FROM ' || t.relname || case
                        when t.relname = any (v_confidential)
                            then '[[:space:]]+WHERE own_results_released\(agency_id, cycle_id\)'
                        else ''
                    end || '[[:space:]]+OFFSET 0;$'
                )
                or array(
                    select a.attname from pg_attribute a where a.attrelid = v.oid and a.attnum > 0 order by a.attnum
                ) <> array(
                    select a.attname from pg_attribute a
                    where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
                        and has_column_privilege('{city}_window', t.oid, a.attnum, 'select')
                    order by a.attnum
                )
            )
    loop
        execute format('drop view %I cascade', v_window);
    end loop;
    for v_table, v_columns in
        select t.relname, array_agg(a.attname::text order by a.attnum)
        from pg_class t
        join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
        where t.relnamespace = '{city}'::regnamespace and t.relkind in ('r', 'p', 'v')
            and t.relowner <> '{city}_window'::regrole
            and has_column_privilege('{city}_window', t.oid, a.attnum, 'select')
        group by t.relname
    loop
        v_window := 'own_' || v_table;
        if to_regclass('{city}.' || quote_ident(v_window)) is null then
            execute format(
                'create view %I with (security_barrier = true) as select %s from %I%s offset 0', v_window,
                (
                    select string_agg(quote_ident(c), ', ' order by place)
                    from unnest(v_columns) with ordinality u (c, place)
                ),
                v_table, case when v_table = any (v_confidential) then v_released else '' end);
            execute format('alter view %I owner to {city}_window', v_window);
        end if;
        execute format('revoke all on %I from public, {groups}', v_window);
        execute format('grant select on %I to {city}_agency', v_window);
    end loop;
end
$windows$;

-- A condition on a window is looked at row by row, for nothing passes the fence. By key, by the beginning of a name
-- and page by page, people are found through the table's indexes by these. Whose people is the policy's affair, as in
-- the windows: the agency named once more would be compared for each row.
create or replace function own_person_by_nip(p_nip text) returns setof own_person
language plpgsql
stable
security definer
rows 1
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    return query select p.* from person p where p.nip = p_nip;
end
$$;

create or replace function own_people_after(p_person_id bigint, p_limit integer) returns setof own_person
language plpgsql
stable
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    return query
    select p.* from person p
    where p.person_id > p_person_id
    order by p.person_id limit p_limit;
end
$$;

create or replace function own_people_named(p_beginning text, p_limit integer) returns setof own_person
language plpgsql
stable
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    return query
    select p.* from person p
    where p.name ^@ p_beginning
    order by p.name limit p_limit;
end
$$;

do $owners$
declare
    v_function regprocedure;
begin
    for v_function in
        select p.oid from pg_proc p
        where p.pronamespace = '{city}'::regnamespace and p.proname ~ '^own_'
    loop
        execute format('alter function %s owner to {city}_window', v_function);
        execute format('revoke all on function %s from public, {groups}', v_function);
        execute format('grant execute on function %s to {city}_agency', v_function);
    end loop;
end
$owners$;
