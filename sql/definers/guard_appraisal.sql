-- Owner: {city}_guard
-- Refusals about ratings and results, for every writer. These functions run above the caller, as a role that sees every
-- agency: one that looked for rows as its caller would find none under a narrower role, and accept.

-- A rule that depends on what others have just done sees it in read committed only: an older snapshot would find less,
-- and accept.
create or replace function require_fresh_view() returns void
language plpgsql
stable
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    if current_setting('transaction_isolation') <> 'read committed' then
        raise exception
            'what is written here is checked beside what others have just written: that needs read committed'
            using errcode = 'invalid_transaction_state';
    end if;
end
$$;

-- The reference check of the tables that phases fill: once a statement, not once a row. The argument is the table in
-- which the same (agency_id, cycle_id, employment_id) must exist, or none for the tables that start from an employment.
-- Joins as in phases.sql.
create or replace function require_source_row() returns trigger
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
set enable_nestloop = off
set jit = off
as $$
declare
    v_from integer;
    v_to integer;
    v_first_cycle integer;
    v_last_cycle integer;
    v_first bigint;
    v_last bigint;
    orphaned boolean;
begin
    select min(agency_id), max(agency_id), min(cycle_id), max(cycle_id), min(employment_id), max(employment_id)
    into v_from, v_to, v_first_cycle, v_last_cycle, v_first, v_last
    from added;
    if tg_nargs = 0 then
        select exists (
            select from added a
            left join employment e on e.agency_id = a.agency_id and e.employment_id = a.employment_id
                and e.agency_id between v_from and v_to and e.employment_id between v_first and v_last
            where e.agency_id is null
        ) or exists (
            select from (select distinct cycle_id from added) a
            where not exists (select from cycle c where c.cycle_id = a.cycle_id)
        ) into orphaned;
    else
        execute format(
            'select exists (
                select from added a
                left join %I s on s.agency_id = a.agency_id and s.cycle_id = a.cycle_id
                    and s.employment_id = a.employment_id
                    and s.agency_id between $1 and $2 and s.cycle_id between $3 and $4
                    and s.employment_id between $5 and $6
                where s.agency_id is null
            )', tg_argv[0]) into orphaned using v_from, v_to, v_first_cycle, v_last_cycle, v_first, v_last;
    end if;
    if orphaned then
        raise exception 'a row of % refers to nothing in its agency', tg_table_name
            using errcode = 'MU304', table = tg_table_name, detail = jsonb_build_object('table', tg_table_name)::text;
    end if;
    return null;
end
$$;

create or replace trigger require_source_row after insert on rating_event
    referencing new table as added for each statement execute function require_source_row();
create or replace trigger require_source_row after insert on appraisal
    referencing new table as added for each statement execute function require_source_row();
create or replace trigger require_source_row after insert on appraisal_closing
    referencing new table as added for each statement execute function require_source_row('appraisal');
create or replace trigger require_source_row after insert on appraisal_score
    referencing new table as added for each statement execute function require_source_row('appraisal_closing');
create or replace trigger require_source_row after insert on talent_placement
    referencing new table as added for each statement execute function require_source_row('appraisal_score');
create or replace trigger require_source_row after insert on appraisal_exclusion
    referencing new table as added for each statement execute function require_source_row();
create or replace trigger require_source_row after insert on appraisal_segment
    referencing new table as added for each statement execute function require_source_row('appraisal');
create or replace trigger require_source_row after insert on appraisal_reminder
    referencing new table as added for each statement execute function require_source_row('appraisal');
create or replace trigger require_source_row after insert on appraisal_revision
    referencing new table as added for each statement execute function require_source_row('appraisal_closing');
create or replace trigger require_source_row after insert on appraisal_receipt
    referencing new table as added for each statement execute function require_source_row('appraisal_closing');
create or replace trigger require_source_row after insert on objection
    referencing new table as added for each statement execute function require_source_row('appraisal_closing');

-- Only a move brings ratings along. Only current_user shows who inserts: the setting role can be changed within a
-- statement, after its rights were checked.
create or replace function refuse_claimed_move() returns trigger
language plpgsql
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    raise exception 'only a move brings ratings along' using errcode = 'insufficient_privilege', table = 'rating_event';
end
$$;

create or replace trigger refuse_claimed_move before insert on rating_event
    for each row when (new.source = 'moved' and current_user <> '{city}_carrier')
    execute function refuse_claimed_move();

-- Refuses a rating after the close, from every writer.
create or replace function refuse_late_rating() returns trigger
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_key record;
begin
    perform require_fresh_view();
    for v_key in select distinct agency_id, cycle_id from added order by agency_id, cycle_id loop
        perform hold_ratings(v_key.agency_id, v_key.cycle_id, 'rate');
        if exists (
            select from appraisal_closing c
            where c.agency_id = v_key.agency_id and c.cycle_id = v_key.cycle_id
        ) then
            raise exception 'the cycle is closed in this agency' using errcode = 'MU102', table = 'rating_event';
        end if;
    end loop;
    return null;
end
$$;

create or replace trigger refuse_late_rating after insert on rating_event
    referencing new table as added for each statement execute function refuse_late_rating();

-- Calibration ends with its lock, which the release includes; corrections end with the final state, or when the
-- person's objection is decided.
create or replace function refuse_late_revision() returns trigger
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    perform require_fresh_view();
    -- Milestones are reached under the same lock.
    perform hold_ratings(new.agency_id, new.cycle_id, 'alone');
    if new.kind = 'calibration' and has_reached(new.agency_id, new.cycle_id, 'calibrated') then
        raise exception 'calibration is locked in this agency' using errcode = 'MU114', table = 'appraisal_revision';
    end if;
    if new.kind in ('correction', 'recomputation') and has_reached(new.agency_id, new.cycle_id, 'final') then
        raise exception 'the results of this agency are final; only an objection can change one'
            using errcode = 'MU115', table = 'appraisal_revision';
    end if;
    if new.kind = 'correction' and exists (
        select from objection o
        join objection_decision d on d.agency_id = o.agency_id and d.objection_id = o.objection_id
        where o.agency_id = new.agency_id and o.cycle_id = new.cycle_id and o.employment_id = new.employment_id
    ) then
        raise exception 'the person''s objection is decided, and that is final'
            using errcode = 'MU215', table = 'appraisal_revision';
    end if;
    if new.decided_by is null then
        raise exception 'a version needs the person who decided it'
            using errcode = 'MU117', table = 'appraisal_revision';
    end if;
    -- Others compare the raters; one of them would confirm the own rating.
    if new.kind = 'calibration' and new.decided_by in (
        select e.rater_nip from rating_event e
        where e.agency_id = new.agency_id and e.cycle_id = new.cycle_id and e.employment_id = new.employment_id
        union all
        select a.rater_nip from appraisal a
        where a.agency_id = new.agency_id and a.cycle_id = new.cycle_id and a.employment_id = new.employment_id
        union all
        select s.rater_nip from appraisal_segment s
        where s.agency_id = new.agency_id and s.cycle_id = new.cycle_id and s.employment_id = new.employment_id
    ) then
        raise exception 'the person''s rater cannot calibrate the rating'
            using errcode = 'MU118', table = 'appraisal_revision';
    end if;
    return new;
end
$$;

create or replace trigger refuse_late_revision after insert on appraisal_revision
    for each row execute function refuse_late_revision();

-- Closing an agency needs the same check.
grant execute on function require_fresh_view to {city}_definer;
