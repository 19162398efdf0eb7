-- What comes after the close: versions of a result, calibration, release, receipt, objection. A rule is kept here for every
-- client; a refusal says which and, where a date decides, the date.

-- The last day on which an objection may be filed: PP 30/2019 art 59, 14 days from receipt. Whether calendar or working days
-- is the city's to say (settings objection_days, objection_working_days).
create or replace function objection_deadline(p_cycle_id integer, p_received_on date) returns date
language plpgsql
stable
set search_path from current
as $$
declare
    v_days integer;
    v_is_working boolean;
begin
    select max(s.value) filter (where s.name = 'objection_days'),
        max(s.value) filter (where s.name = 'objection_working_days') = 1
    into strict v_days, v_is_working
    from setting s join cycle c on c.rule_set = s.rule_set
    where c.cycle_id = p_cycle_id;
    if not v_is_working then
        return p_received_on + v_days;
    end if;
    return (
        select d.day from (
            select g::date as day, row_number() over (order by g) as number
            from generate_series(p_received_on + 1, p_received_on + 30 + v_days * 3, interval '1 day') g
            where extract(isodow from g) < 6 and not exists (select from holiday h where h.day = g::date)
        ) d
        where d.number = v_days
    );
end
$$;

-- A further version of one person's result, as far as the phases have come: the rating that counts, the rating by the
-- matrix, the place. Other people's rows are not touched. The version's number.
create or replace function revise_appraisal(
    p_agency_id integer, p_cycle_id integer, p_employment_id bigint, p_kind text, p_work_result smallint,
    p_work_behaviour smallint, p_reason text, p_decided_by text, p_rating_event_id bigint default null
) returns smallint
language plpgsql
volatile
set search_path from current
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
        raise exception 'the appraisal is not closed'
            using errcode = 'object_not_in_prerequisite_state', table = 'appraisal_closing';
    end if;
    v_version := newest_version(p_agency_id, p_cycle_id, p_employment_id) + 1;
    insert into appraisal_revision (agency_id, cycle_id, employment_id, version, kind, reason, decided_by)
    values (p_agency_id, p_cycle_id, p_employment_id, v_version, p_kind, p_reason, p_decided_by);
    insert into appraisal_closing
        (agency_id, cycle_id, employment_id, version, rating_event_id, work_result, work_behaviour)
    values (p_agency_id, p_cycle_id, p_employment_id, v_version, p_rating_event_id, p_work_result, p_work_behaviour);

    -- Under the rules that the result had: a revision changes the rating and nothing else.
    v_rule_set := (
        select rule_set from appraisal_score
        where agency_id = p_agency_id and cycle_id = p_cycle_id and employment_id = p_employment_id and not superseded
    );
    if v_rule_set is null and not phase_began(p_agency_id, p_cycle_id, 'score') then
        return v_version;
    end if;
    update appraisal_score set superseded = true
    where agency_id = p_agency_id and cycle_id = p_cycle_id and employment_id = p_employment_id and not superseded;
    perform score_appraisals(p_agency_id, p_cycle_id, p_employment_id, p_employment_id, v_rule_set, true);
    if phase_began(p_agency_id, p_cycle_id, 'place') then
        update talent_placement set superseded = true
        where agency_id = p_agency_id and cycle_id = p_cycle_id and employment_id = p_employment_id
            and not superseded;
        perform place_talent(p_agency_id, p_cycle_id, p_employment_id, p_employment_id, v_rule_set, true);
    end if;
    return v_version;
end
$$;

create or replace function has_reached(p_agency_id integer, p_cycle_id integer, p_milestone text) returns boolean
language sql
stable
set search_path from current
as $$
    select exists (
        select from cycle_milestone
        where agency_id = p_agency_id and cycle_id = p_cycle_id and milestone = p_milestone
    )
$$;

-- Whether a phase has made rows in the agency, as all have by the release: from then on a revision makes its own.
create or replace function phase_began(p_agency_id integer, p_cycle_id integer, p_phase text) returns boolean
language sql
stable
set search_path from current
as $$
    select case p_phase
        when 'close' then exists (
            select from appraisal_closing where agency_id = p_agency_id and cycle_id = p_cycle_id
        )
        when 'score' then has_reached(p_agency_id, p_cycle_id, 'released') or exists (
            select from appraisal_score where agency_id = p_agency_id and cycle_id = p_cycle_id
        )
        when 'place' then has_reached(p_agency_id, p_cycle_id, 'released') or exists (
            select from talent_placement where agency_id = p_agency_id and cycle_id = p_cycle_id
        )
    end
$$;

-- Scores and places under another rule set, beside the results that are there: who has one of it already is left alone.
-- How many people have a new version.
create or replace function recompute_results(
    p_agency_id integer, p_cycle_id integer, p_rule_set text, p_first bigint, p_last bigint, p_reason text
) returns integer
language plpgsql
volatile
set search_path from current
as $$
declare
    v_count integer;
begin
    if not exists (select from rule_set where rule_set = p_rule_set) then
        raise exception 'there is no rule set %', p_rule_set using errcode = 'foreign_key_violation';
    end if;
    with changed as (
        update appraisal_score set superseded = true
        where agency_id = p_agency_id and cycle_id = p_cycle_id and employment_id between p_first and p_last
            and not superseded and rule_set <> p_rule_set
        returning employment_id
    )
    insert into appraisal_revision (agency_id, cycle_id, employment_id, version, kind, reason)
    select p_agency_id, p_cycle_id, c.employment_id, newest_version(p_agency_id, p_cycle_id, c.employment_id) + 1,
        'recomputation', p_reason
    from changed c;
    get diagnostics v_count = row_count;
    if v_count = 0 then
        return 0;
    end if;
    perform score_appraisals(p_agency_id, p_cycle_id, p_first, p_last, p_rule_set, true);
    if phase_began(p_agency_id, p_cycle_id, 'place') then
        update talent_placement set superseded = true
        where agency_id = p_agency_id and cycle_id = p_cycle_id and employment_id between p_first and p_last
            and not superseded and rule_set <> p_rule_set;
        perform place_talent(p_agency_id, p_cycle_id, p_first, p_last, p_rule_set, true);
    end if;
    return v_count;
end
$$;

-- Calibration ends with its lock, which the release implies; corrections with the final state, or when the person's
-- objection is decided.
create or replace function refuse_late_revision() returns trigger
language plpgsql
volatile
set search_path from current
as $$
begin
    if new.kind = 'calibration' and has_reached(new.agency_id, new.cycle_id, 'calibrated') then
        raise exception 'calibration is locked in this agency'
            using errcode = 'object_not_in_prerequisite_state', table = 'appraisal_revision';
    end if;
    if new.kind = 'correction' and has_reached(new.agency_id, new.cycle_id, 'final') then
        raise exception 'the results of this agency are final; only an objection can change one'
            using errcode = 'object_not_in_prerequisite_state', table = 'appraisal_revision';
    end if;
    if new.kind = 'correction' and exists (
        select from objection o
        join objection_decision d on d.agency_id = o.agency_id and d.objection_id = o.objection_id
        where o.agency_id = new.agency_id and o.cycle_id = new.cycle_id and o.employment_id = new.employment_id
    ) then
        raise exception 'the person''s objection is decided, and that is final'
            using errcode = 'object_not_in_prerequisite_state', table = 'appraisal_revision';
    end if;
    return new;
end
$$;

create or replace trigger refuse_late_revision before insert on appraisal_revision
    for each row execute function refuse_late_revision();

create or replace function require_release() returns trigger
language plpgsql
volatile
set search_path from current
as $$
declare
    v_released_on date := (
        select (reached_at at time zone 'Asia/Jakarta')::date from cycle_milestone
        where agency_id = new.agency_id and cycle_id = new.cycle_id and milestone = 'released'
    );
    v_today date := (clock_timestamp() at time zone 'Asia/Jakarta')::date;
begin
    if v_released_on is null then
        raise exception 'the results are not released in this agency'
            using errcode = 'object_not_in_prerequisite_state', table = 'appraisal_receipt';
    end if;
    if new.received_on < least(v_released_on, phase_day(new.cycle_id, 'release')) then
        raise exception 'the receipt is dated before the release of the results'
            using errcode = 'invalid_parameter_value', table = 'appraisal_receipt';
    end if;
    if new.received_on > v_today then
        raise exception 'the receipt is dated in the future' using errcode = 'invalid_parameter_value',
            table = 'appraisal_receipt';
    end if;
    if tg_op = 'UPDATE' and exists (
        select from objection o
        where o.agency_id = new.agency_id and o.cycle_id = new.cycle_id and o.employment_id = new.employment_id
    ) then
        raise exception 'the person has filed an objection: the day of the receipt stands'
            using errcode = 'object_not_in_prerequisite_state', table = 'appraisal_receipt';
    end if;
    if tg_op = 'UPDATE' and objection_deadline(new.cycle_id, new.received_on) < v_today
        and objection_deadline(old.cycle_id, old.received_on) >= v_today
    then
        raise exception 'the time for an objection runs until %, and a correction does not end it',
            objection_deadline(old.cycle_id, old.received_on)
            using errcode = 'object_not_in_prerequisite_state', table = 'appraisal_receipt';
    end if;
    return new;
end
$$;

create or replace trigger require_release after insert or update on appraisal_receipt
    for each row execute function require_release();

-- Filed within the time, by whose clock is set in the rules; the deadline is the database's to compute.
create or replace function require_objection_in_time() returns trigger
language plpgsql
volatile
set search_path from current
as $$
declare
    v_received_on date;
begin
    -- Held, so that the day is not corrected meanwhile.
    select received_on into v_received_on from appraisal_receipt
    where agency_id = new.agency_id and cycle_id = new.cycle_id and employment_id = new.employment_id
    for share;
    if v_received_on is null then
        -- Refused below, once the policies have spoken.
        new.deadline := new.filed_on;
        return new;
    end if;
    new.deadline := objection_deadline(new.cycle_id, v_received_on);
    if new.filed_on < v_received_on then
        raise exception 'the objection is dated before the receipt of %', v_received_on
            using errcode = 'invalid_parameter_value', table = 'objection';
    end if;
    if new.filed_on > (clock_timestamp() at time zone 'Asia/Jakarta')::date then
        raise exception 'the objection is dated in the future' using errcode = 'invalid_parameter_value',
            table = 'objection';
    end if;
    if new.filed_on > new.deadline then
        raise exception 'the objection is late: the evaluation was received on %, the last day was %, it was filed on %',
            v_received_on, new.deadline, new.filed_on
            using errcode = 'object_not_in_prerequisite_state', table = 'objection';
    end if;
    return new;
end
$$;

create or replace trigger require_objection_in_time before insert on objection
    for each row execute function require_objection_in_time();

create or replace function require_receipt() returns trigger
language plpgsql
volatile
set search_path from current
as $$
begin
    if not exists (
        select from appraisal_receipt
        where agency_id = new.agency_id and cycle_id = new.cycle_id and employment_id = new.employment_id
    ) then
        raise exception 'no receipt of the evaluation is recorded: the time for an objection has not begun'
            using errcode = 'object_not_in_prerequisite_state', table = 'objection';
    end if;
    return null;
end
$$;

create or replace trigger require_receipt after insert on objection
    for each row execute function require_receipt();

-- Decided by the rater's superior, who is neither a rater nor a calibrator of the case (PP 30/2019 art 59).
create or replace function require_decider() returns trigger
language plpgsql
volatile
set search_path from current
as $$
declare
    v_objection objection;
    v_raters text[];
    v_calibrators text[];
    v_person text;
    v_superiors text[];
begin
    select * into v_objection from objection where agency_id = new.agency_id and objection_id = new.objection_id;
    if v_objection is null then
        raise exception 'there is no such objection' using errcode = 'foreign_key_violation', table = 'objection';
    end if;
    if new.decided_on < v_objection.filed_on then
        raise exception 'the decision is dated before the objection of %', v_objection.filed_on
            using errcode = 'invalid_parameter_value', table = 'objection_decision';
    end if;
    if new.decided_on > (clock_timestamp() at time zone 'Asia/Jakarta')::date then
        raise exception 'the decision is dated in the future' using errcode = 'invalid_parameter_value',
            table = 'objection_decision';
    end if;
    select array_agg(distinct r.nip) into v_raters
    from (
        select e.rater_nip as nip from rating_event e
        where e.agency_id = new.agency_id and e.cycle_id = v_objection.cycle_id
            and e.employment_id = v_objection.employment_id
    ) r
    where r.nip is not null;
    if v_raters is null then
        -- Nobody is on record as having rated: those who were to.
        select array_agg(distinct r.nip) into v_raters
        from (
            select a.rater_nip as nip from appraisal a
            where a.agency_id = new.agency_id and a.cycle_id = v_objection.cycle_id
                and a.employment_id = v_objection.employment_id
            union
            select s.rater_nip from appraisal_segment s
            where s.agency_id = new.agency_id and s.cycle_id = v_objection.cycle_id
                and s.employment_id = v_objection.employment_id
        ) r
        where r.nip is not null;
    end if;
    if new.decided_by = any (v_raters) then
        raise exception 'the rater cannot decide the objection' using errcode = 'check_violation',
            table = 'objection_decision';
    end if;
    select array_agg(r.decided_by) into v_calibrators from appraisal_revision r
    where r.agency_id = new.agency_id and r.cycle_id = v_objection.cycle_id
        and r.employment_id = v_objection.employment_id and r.kind = 'calibration';
    if new.decided_by = any (v_calibrators) then
        raise exception 'who calibrated the result cannot decide the objection' using errcode = 'check_violation',
            table = 'objection_decision';
    end if;
    select p.nip into v_person
    from employment e
    join known_person p on p.agency_id = e.agency_id and p.person_id = e.person_id
    where e.agency_id = new.agency_id and e.employment_id = v_objection.employment_id;
    if new.decided_by = v_person then
        raise exception 'nobody decides an objection of their own' using errcode = 'check_violation',
            table = 'objection_decision';
    end if;
    -- The rater's superior; where that one rated or calibrated, too, the next above. Whom the agency does not know, as
    -- above its head, it does not ask for.
    with recursive line as (
        select unnest(v_raters) as nip
        union
        select a.rater_nip
        from line r
        join known_person p on p.agency_id = new.agency_id and p.nip = r.nip
        join employment e on e.agency_id = p.agency_id and e.person_id = p.person_id
        join appraisal a on a.agency_id = e.agency_id and a.cycle_id = v_objection.cycle_id
            and a.employment_id = e.employment_id
        where a.rater_nip is not null
            and (r.nip = any (v_raters) or r.nip = any (coalesce(v_calibrators, '{}')) or r.nip = v_person)
    )
    select array_agg(nip) into v_superiors
    from line
    where nip <> all (v_raters) and nip <> all (coalesce(v_calibrators, '{}')) and nip is distinct from v_person;
    if v_superiors is not null and new.decided_by <> all (v_superiors) then
        raise exception 'an objection is decided by the rater''s superior' using errcode = 'check_violation',
            table = 'objection_decision';
    end if;
    -- The head of an agency has superiors outside of it only.
    if v_superiors is null and exists (
        select from appraisal a
        join employment e on e.agency_id = a.agency_id and e.employment_id = a.employment_id
        join known_person p on p.agency_id = e.agency_id and p.person_id = e.person_id
        where a.agency_id = new.agency_id and a.cycle_id = v_objection.cycle_id and p.nip = new.decided_by
    ) then
        raise exception 'nobody in the agency is above the rater: the objection is decided outside of it'
            using errcode = 'check_violation', table = 'objection_decision';
    end if;
    return new;
end
$$;

create or replace trigger require_decider after insert on objection_decision
    for each row execute function require_decider();

-- Decides, and where the objection is granted with another rating, makes its version. Final: there is no second one.
create or replace function decide_objection(
    p_agency_id integer, p_objection_id bigint, p_decided_on date, p_decided_by text, p_work_result smallint,
    p_work_behaviour smallint, p_reason text
) returns smallint
language plpgsql
volatile
set search_path from current
as $$
declare
    v_objection objection;
    v_version smallint;
begin
    select * into v_objection from objection where agency_id = p_agency_id and objection_id = p_objection_id;
    if v_objection is null then
        raise exception 'there is no such objection' using errcode = 'foreign_key_violation', table = 'objection';
    end if;
    if exists (
        select from objection_decision where agency_id = p_agency_id and objection_id = p_objection_id
    ) then
        raise exception 'the objection is decided, and that is final'
            using errcode = 'object_not_in_prerequisite_state', table = 'objection_decision';
    end if;
    if p_work_result is not null then
        v_version := revise_appraisal(
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

-- release: from now on the results are the person's to receive, and calibration is locked.
create or replace function release_results(p_agency_id integer, p_cycle_id integer) returns void
language sql
volatile
set search_path from current
as $$
    insert into cycle_milestone (agency_id, cycle_id, milestone)
    select p_agency_id, p_cycle_id, m from unnest(array['calibrated', 'released']) m
    on conflict do nothing
$$;

-- final: nothing but an objection changes a result any more. Whose objection is pending, or whose time still runs, is
-- returned with the reason. For whoever has not received the result the time has not begun: a receipt begins it, whenever
-- it comes.
create or replace function finalise_results(p_agency_id integer, p_cycle_id integer)
returns table (employment_id bigint, code text)
language plpgsql
volatile
set search_path from current
as $$
#variable_conflict use_column
declare
    v_day date := phase_day(p_cycle_id, 'final');
begin
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

grant execute on function objection_deadline, phase_began, has_reached to {city}_pool, {city}_personnel, {city}_agency;
grant execute on function revise_appraisal, recompute_results, decide_objection, release_results, finalise_results
    to {city}_pool;
