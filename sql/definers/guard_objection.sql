-- Owner: {city}_guard
-- Refusals about receipts and objections, for every writer. As in guard_appraisal.sql.

create or replace function require_release() returns trigger
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_released_on date := (
        select city_day(reached_at) from cycle_milestone
        where agency_id = new.agency_id and cycle_id = new.cycle_id and milestone = 'released'
    );
    v_today date := city_day(clock_timestamp());
begin
    perform require_fresh_view();
    -- Correcting a receipt and filing an objection take turns.
    perform hold_ratings(new.agency_id, new.cycle_id, 'alone');
    if v_released_on is null then
        raise exception 'the results are not released in this agency'
            using errcode = 'MU116', table = 'appraisal_receipt';
    end if;
    if new.received_on < least(v_released_on, phase_day(new.cycle_id, 'release')) then
        raise exception 'the receipt is dated before the release of the results'
            using errcode = 'MU201', table = 'appraisal_receipt';
    end if;
    if new.received_on > v_today then
        raise exception 'the receipt is dated in the future' using errcode = 'MU202', table = 'appraisal_receipt';
    end if;
    if tg_op = 'UPDATE' and exists (
        select from objection o
        where o.agency_id = new.agency_id and o.cycle_id = new.cycle_id and o.employment_id = new.employment_id
    ) then
        raise exception 'the person has filed an objection: the day of the receipt stands'
            using errcode = 'MU203', table = 'appraisal_receipt';
    end if;
    if tg_op = 'UPDATE' and objection_deadline(new.cycle_id, new.received_on) < v_today
        and objection_deadline(old.cycle_id, old.received_on) >= v_today
    then
        raise exception 'the time for an objection runs until %, and a correction does not end it',
            objection_deadline(old.cycle_id, old.received_on)
            using errcode = 'MU204', table = 'appraisal_receipt',
                detail = jsonb_build_object('last', objection_deadline(old.cycle_id, old.received_on))::text;
    end if;
    return new;
end
$$;

create or replace trigger require_release after insert or update on appraisal_receipt
    for each row execute function require_release();

-- An objection is filed within the time, by the clock that the rules set; the database computes the deadline.
create or replace function require_objection_in_time() returns trigger
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_received_on date;
begin
    perform require_fresh_view();
    -- So that the day is not corrected meanwhile.
    perform hold_ratings(new.agency_id, new.cycle_id, 'alone');
    select received_on into v_received_on from appraisal_receipt
    where agency_id = new.agency_id and cycle_id = new.cycle_id and employment_id = new.employment_id;
    if v_received_on is null then
        -- Refused below, after the policies have been checked.
        new.deadline := new.filed_on;
        return new;
    end if;
    new.deadline := objection_deadline(new.cycle_id, v_received_on);
    if new.filed_on < v_received_on then
        raise exception 'the objection is dated before the receipt of %', v_received_on
            using errcode = 'MU212', table = 'objection', detail = jsonb_build_object('received', v_received_on)::text;
    end if;
    if new.filed_on > city_day(clock_timestamp()) then
        raise exception 'the objection is dated in the future' using errcode = 'MU213', table = 'objection';
    end if;
    if new.filed_on > new.deadline then
        raise exception
            'the objection is late: the evaluation was received on %, the last day was %, it was filed on %',
            v_received_on, new.deadline, new.filed_on
            using errcode = 'MU214', table = 'objection',
                detail = jsonb_build_object(
                    'received', v_received_on, 'last', new.deadline, 'filed', new.filed_on
                )::text;
    end if;
    return new;
end
$$;

create or replace trigger require_objection_in_time before insert on objection
    for each row execute function require_objection_in_time();

create or replace function require_receipt() returns trigger
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    perform require_fresh_view();
    if not exists (
        select from appraisal_receipt
        where agency_id = new.agency_id and cycle_id = new.cycle_id and employment_id = new.employment_id
    ) then
        raise exception 'no receipt of the evaluation is recorded: the time for an objection has not begun'
            using errcode = 'MU205', table = 'objection';
    end if;
    return null;
end
$$;

create or replace trigger require_receipt after insert on objection
    for each row execute function require_receipt();

-- The rater's superior decides, who is neither a rater nor a calibrator of the case (PP 30/2019 art 59).
create or replace function require_decider() returns trigger
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_objection objection;
    v_raters text[];
    v_calibrators text[];
    v_person text;
    v_superiors text[];
begin
    perform require_fresh_view();
    select * into v_objection from objection where agency_id = new.agency_id and objection_id = new.objection_id;
    if v_objection is null then
        raise exception 'there is no such objection' using errcode = 'MU211', table = 'objection';
    end if;
    if new.decided_on < v_objection.filed_on then
        raise exception 'the decision is dated before the objection of %', v_objection.filed_on
            using errcode = 'MU221', table = 'objection_decision',
                detail = jsonb_build_object('filed', v_objection.filed_on)::text;
    end if;
    if new.decided_on > city_day(clock_timestamp()) then
        raise exception 'the decision is dated in the future' using errcode = 'MU222', table = 'objection_decision';
    end if;
    select array_agg(distinct r.nip) into v_raters
    from (
        select e.rater_nip as nip from rating_event e
        where e.agency_id = new.agency_id and e.cycle_id = v_objection.cycle_id
            and e.employment_id = v_objection.employment_id
    ) r
    where r.nip is not null;
    if v_raters is null then
        -- If nobody is on record as rater, the expected raters count.
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
        raise exception 'the rater cannot decide the objection' using errcode = 'MU223', table = 'objection_decision';
    end if;
    select array_agg(r.decided_by) into v_calibrators from appraisal_revision r
    where r.agency_id = new.agency_id and r.cycle_id = v_objection.cycle_id
        and r.employment_id = v_objection.employment_id and r.kind = 'calibration';
    if new.decided_by = any (v_calibrators) then
        raise exception 'a person who calibrated the result cannot decide the objection'
            using errcode = 'MU224', table = 'objection_decision';
    end if;
    select p.nip into v_person
    from employment e
    join known_person p on p.agency_id = e.agency_id and p.person_id = e.person_id
    where e.agency_id = new.agency_id and e.employment_id = v_objection.employment_id;
    if new.decided_by = v_person then
        raise exception 'nobody decides an objection of their own'
            using errcode = 'MU225', table = 'objection_decision';
    end if;
    -- The rater's superior; where that person also rated or calibrated, the next one above. It does not ask for people
    -- unknown to the agency, such as those above its head.
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
        raise exception 'an objection is decided by the rater''s superior'
            using errcode = 'MU226', table = 'objection_decision';
    end if;
    -- The head of an agency has superiors only outside it.
    if v_superiors is null and exists (
        select from appraisal a
        join employment e on e.agency_id = a.agency_id and e.employment_id = a.employment_id
        join known_person p on p.agency_id = e.agency_id and p.person_id = e.person_id
        where a.agency_id = new.agency_id and a.cycle_id = v_objection.cycle_id and p.nip = new.decided_by
    ) then
        raise exception 'nobody in the agency is above the rater: the objection is decided outside of it'
            using errcode = 'MU227', table = 'objection_decision';
    end if;
    return new;
end
$$;

create or replace trigger require_decider after insert on objection_decision
    for each row execute function require_decider();
