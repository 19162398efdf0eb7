-- The times and milestones that revisions and objections follow.

-- The last day on which an objection may be filed: PP 30/2019 art 59, 14 days from receipt. The city chooses between
-- calendar days and working days (settings objection_days, objection_working_days).
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
    return working_day(p_received_on, v_days);
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

-- Whether a phase has made rows in the agency; by the release all phases have. From then on a revision makes its own
-- rows.
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

grant execute on function objection_deadline
    to {city}_pool, {city}_personnel, {city}_agency, {city}_appraiser, {city}_guard;
grant execute on function phase_began, has_reached to {city}_pool, {city}_personnel, {city}_appraiser, {city}_guard;
