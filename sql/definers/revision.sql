-- Owner: {city}_appraiser
-- After the close: versions of a result, calibration, release, objection. As in phases.sql.

-- Makes a further version of one person's result, as far as the phases have come: the rating that counts, the rating by
-- the matrix, the place. Other people's rows are not touched. Returns the version's number.
create or replace function revise_result(
    p_agency_id integer, p_cycle_id integer, p_employment_id bigint, p_kind text, p_work_result smallint,
    p_work_behaviour smallint, p_reason text, p_decided_by text, p_rating_event_id bigint default null
) returns smallint
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_version smallint;
    v_rule_set text;
begin
    update appraisal_closing set superseded = true
    where agency_id = p_agency_id and cycle_id = p_cycle_id and employment_id = p_employment_id and not superseded;
    if not found then
        if exists (
            select from appraisal_closing
            where agency_id = p_agency_id and cycle_id = p_cycle_id and employment_id = p_employment_id
        ) then
            raise exception 'the result was revised by somebody else just now: look at it first'
                using errcode = 'serialization_failure', table = 'appraisal_closing';
        end if;
        raise exception 'the appraisal is not closed' using errcode = 'MU111', table = 'appraisal_closing';
    end if;
    v_version := newest_version(p_agency_id, p_cycle_id, p_employment_id) + 1;
    insert into appraisal_revision (agency_id, cycle_id, employment_id, version, kind, reason, decided_by)
    values (p_agency_id, p_cycle_id, p_employment_id, v_version, p_kind, p_reason, p_decided_by);
    insert into appraisal_closing
        (agency_id, cycle_id, employment_id, version, rating_event_id, work_result, work_behaviour)
    values (p_agency_id, p_cycle_id, p_employment_id, v_version, p_rating_event_id, p_work_result, p_work_behaviour);

    -- Under the rules that the result had: a revision changes only the rating.
    v_rule_set := (
        select rule_set from appraisal_score
        where agency_id = p_agency_id and cycle_id = p_cycle_id and employment_id = p_employment_id and not superseded
    );
    if v_rule_set is null and not phase_began(p_agency_id, p_cycle_id, 'score') then
        return v_version;
    end if;
    update appraisal_score set superseded = true
    where agency_id = p_agency_id and cycle_id = p_cycle_id and employment_id = p_employment_id and not superseded;
    perform score_results(p_agency_id, p_cycle_id, p_employment_id, p_employment_id, v_rule_set, true);
    if phase_began(p_agency_id, p_cycle_id, 'place') then
        update talent_placement set superseded = true
        where agency_id = p_agency_id and cycle_id = p_cycle_id and employment_id = p_employment_id
            and not superseded;
        perform place_results(p_agency_id, p_cycle_id, p_employment_id, p_employment_id, v_rule_set, true);
    end if;
    return v_version;
end
$$;

-- The same for people who may correct or calibrate. Changes by an objection or by other rules come through the
-- functions below.
create or replace function revise_appraisal(
    p_agency_id integer, p_cycle_id integer, p_employment_id bigint, p_kind text, p_work_result smallint,
    p_work_behaviour smallint, p_reason text, p_decided_by text
) returns smallint
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    if p_kind is null or p_kind not in ('correction', 'calibration') then
        raise exception 'a result is revised by a correction or a calibration' using errcode = 'MU112';
    end if;
    if p_work_result is null or p_work_behaviour is null or nullif(trim(p_reason), '') is null then
        raise exception 'a version needs its rating and its reason' using errcode = 'MU113';
    end if;
    -- Filing an objection takes turns with this.
    perform hold_ratings(p_agency_id, p_cycle_id, 'alone');
    if exists (
        select from objection o
        join appraisal_score s on s.agency_id = o.agency_id and s.cycle_id = o.cycle_id
            and s.employment_id = o.employment_id and not s.superseded
        join rating_matrix m on m.rule_set = s.rule_set and m.work_result = p_work_result
            and m.work_behaviour = p_work_behaviour
        where o.agency_id = p_agency_id and o.cycle_id = p_cycle_id and o.employment_id = p_employment_id
            -- 1 is the best.
            and m.rating > s.rating
            and not exists (
                select from objection_decision d
                where d.agency_id = o.agency_id and d.objection_id = o.objection_id
            )
    ) then
        raise exception 'the person''s objection is pending: until it is decided nobody makes the rating worse'
            using errcode = 'MU119', table = 'appraisal_revision';
    end if;
    return revise_result(
        p_agency_id, p_cycle_id, p_employment_id, p_kind, p_work_result, p_work_behaviour, p_reason, p_decided_by
    );
end
$$;

-- Scores and places under another rule set, beside the existing results: people who already have one of it are left
-- alone. Returns how many people have a new version.
create or replace function recompute_results(
    p_agency_id integer, p_cycle_id integer, p_rule_set text, p_first bigint, p_last bigint, p_reason text,
    p_decided_by text
) returns integer
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_last date := (select upper(period) - 1 from cycle where cycle_id = p_cycle_id);
    v_count integer;
begin
    if not exists (select from rule_set where rule_set = p_rule_set) then
        raise exception 'there is no rule set %', p_rule_set
            using errcode = 'MU601', detail = jsonb_build_object('rule_set', p_rule_set)::text;
    end if;
    if p_rule_set <> (
        select r.rule_set from rule_set r where r.valid_from <= v_last order by r.valid_from desc limit 1
    ) then
        raise exception 'rule set % was not in force on %, the last day of the cycle', p_rule_set, v_last
            using errcode = 'MU604', detail = jsonb_build_object('rule_set', p_rule_set, 'day', v_last)::text;
    end if;
    with changed as (
        update appraisal_score set superseded = true
        where agency_id = p_agency_id and cycle_id = p_cycle_id and employment_id between p_first and p_last
            and not superseded and rule_set <> p_rule_set
        returning employment_id
    )
    insert into appraisal_revision (agency_id, cycle_id, employment_id, version, kind, reason, decided_by)
    select p_agency_id, p_cycle_id, c.employment_id, newest_version(p_agency_id, p_cycle_id, c.employment_id) + 1,
        'recomputation', p_reason, p_decided_by
    from changed c;
    get diagnostics v_count = row_count;
    if v_count = 0 then
        return 0;
    end if;
    if score_results(p_agency_id, p_cycle_id, p_first, p_last, p_rule_set, true) < v_count then
        raise exception 'rule set % has no rating for some of them: nothing was changed', p_rule_set
            using errcode = 'MU603', detail = jsonb_build_object('rule_set', p_rule_set)::text;
    end if;
    if phase_began(p_agency_id, p_cycle_id, 'place') then
        update talent_placement set superseded = true
        where agency_id = p_agency_id and cycle_id = p_cycle_id and employment_id between p_first and p_last
            and not superseded and rule_set <> p_rule_set;
        perform place_results(p_agency_id, p_cycle_id, p_first, p_last, p_rule_set, true);
    end if;
    return v_count;
end
$$;

-- Decides, and if the objection is granted with another rating, makes its version. Final: there is no second decision.
create or replace function decide_objection(
    p_agency_id integer, p_objection_id bigint, p_decided_on date, p_decided_by text, p_work_result smallint,
    p_work_behaviour smallint, p_reason text
) returns smallint
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_objection objection;
    v_version smallint;
begin
    select * into v_objection from objection where agency_id = p_agency_id and objection_id = p_objection_id;
    if v_objection is null then
        raise exception 'there is no such objection' using errcode = 'MU211', table = 'objection';
    end if;
    if exists (
        select from objection_decision where agency_id = p_agency_id and objection_id = p_objection_id
    ) then
        raise exception 'the person''s objection is decided, and that is final'
            using errcode = 'MU215', table = 'objection_decision';
    end if;
    if p_work_result is not null then
        v_version := revise_result(
            p_agency_id, v_objection.cycle_id, v_objection.employment_id, 'objection', p_work_result,
            p_work_behaviour, p_reason, p_decided_by
        );
    end if;
    insert into objection_decision (agency_id, objection_id, decided_on, decided_by, is_granted, reason, version)
    values (
        p_agency_id, p_objection_id, p_decided_on, p_decided_by, p_work_result is not null, p_reason, v_version
    );
    return v_version;
end
$$;

-- Ends calibration in the agency; returns whether it ended now.
create or replace function lock_calibration(p_agency_id integer, p_cycle_id integer, p_by text) returns boolean
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    perform lock_ratings(p_agency_id, p_cycle_id, 'alone');
    insert into cycle_milestone (agency_id, cycle_id, milestone, reached_by)
    values (p_agency_id, p_cycle_id, 'calibrated', p_by)
    on conflict do nothing;
    return found;
end
$$;

-- release: from now on people may receive their results, and calibration is locked.
create or replace function release_results(p_agency_id integer, p_cycle_id integer) returns void
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    perform require_phase(p_agency_id, p_cycle_id, 'release');
    perform lock_ratings(p_agency_id, p_cycle_id, 'alone');
    insert into cycle_milestone (agency_id, cycle_id, milestone)
    select p_agency_id, p_cycle_id, m from unnest(array['calibrated', 'released']) m
    on conflict do nothing;
end
$$;

-- final: from now on only an objection changes a result. It returns people with a pending objection, or whose time
-- still runs, with the reason. For people who have not received the result the time has not begun: a receipt begins it,
-- whenever it comes.
create or replace function finalise_results(p_agency_id integer, p_cycle_id integer)
returns table (employment_id bigint, code text)
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
#variable_conflict use_column
declare
    v_day date := phase_day(p_cycle_id, 'final');
begin
    perform require_phase(p_agency_id, p_cycle_id, 'final');
    perform lock_ratings(p_agency_id, p_cycle_id, 'alone');
    insert into cycle_milestone (agency_id, cycle_id, milestone) values (p_agency_id, p_cycle_id, 'final')
    on conflict do nothing;
    return query
    select c.employment_id, case
            when o.objection_id is not null then 'objection_pending'
            else 'time_running'
        end
    from appraisal_closing c
    left join appraisal_receipt r on r.agency_id = c.agency_id and r.cycle_id = c.cycle_id
        and r.employment_id = c.employment_id
    left join objection o on o.agency_id = c.agency_id and o.cycle_id = c.cycle_id
        and o.employment_id = c.employment_id
    left join objection_decision d on d.agency_id = o.agency_id and d.objection_id = o.objection_id
    where c.agency_id = p_agency_id and c.cycle_id = p_cycle_id and not c.superseded and c.work_result is not null
        and d.objection_id is null
        and (
            o.objection_id is not null
            or r.received_on is not null and objection_deadline(p_cycle_id, r.received_on) >= v_day
        )
    order by c.employment_id;
end
$$;

drop function if exists revise_appraisal(integer, integer, bigint, text, smallint, smallint, text, text, bigint);

grant execute on function revise_appraisal, recompute_results, decide_objection, lock_calibration, release_results,
    finalise_results
    to {city}_pool;
