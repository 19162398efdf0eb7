-- Owner: {city}_carrier
-- Steps of transfers: who may take which, and what must hold before. Which step leads where is in transfer_step.

-- Nobody decides on themselves, on what they proposed or verified, or where a conflict of interest is declared (PP
-- 11/2017 art 190(5)).
create or replace function require_free_actor(p_case transfer_case, p_step text, p_actor text, p_by text) returns void
language plpgsql
stable
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_by text := lower(trim(p_by));
begin
    if p_actor not in ('personnel', 'review_team', 'mayor')
        or p_step in ('submit', 'cancel', 'report', 'follow_up')
    then
        return;
    end if;
    if exists (
        select from employment e
        join known_person p on p.agency_id = e.agency_id and p.person_id = e.person_id
        where e.agency_id = p_case.agency_id and e.employment_id = p_case.employment_id
            and v_by in (p.nip, lower(trim(p.name)))
    ) then
        raise exception 'nobody takes steps of their own transfer: %', p_case.number
            using errcode = 'MU703', detail = jsonb_build_object('number', p_case.number)::text;
    end if;
    if exists (
        select from transfer_conflict c
        where c.agency_id = p_case.agency_id and c.transfer_case_id = p_case.transfer_case_id
            and lower(trim(c.declared_of)) = v_by and c.kind <> 'none'
    ) then
        raise exception 'a conflict of interest is declared for the transfer %', p_case.number
            using errcode = 'MU705', detail = jsonb_build_object('number', p_case.number)::text;
    end if;
    if p_step in ('verify', 'consider', 'approve', 'decree') and (
        lower(trim(p_case.proposed_by)) = v_by and p_case.proposer <> 'personnel'
        or p_step in ('consider', 'approve') and (
            lower(trim(p_case.proposed_by)) = v_by or exists (
                select from transfer_event v
                where v.agency_id = p_case.agency_id and v.transfer_case_id = p_case.transfer_case_id
                    and lower(trim(v.acted_by)) = v_by
                    and v.step in ('submit', 'verify', case when p_step = 'approve' then 'consider' end)
            )
        )
    ) then
        raise exception 'another person decides on the transfer % than the one who proposed or verified it',
            p_case.number
            using errcode = 'MU704', detail = jsonb_build_object('number', p_case.number)::text;
    end if;
end
$$;

-- Records the step and what changes with it; the caller has locked the case. Returns the case as it is then.
create or replace function step_transfer(
    p_case transfer_case, p_step text, p_actors text[], p_by text, p_on date, p_document_number text,
    p_document_date date, p_note text, p_day date
) returns transfer_case
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_case transfer_case := p_case;
    v_step transfer_step;
    v_decree_id integer;
begin
    perform require_actor(p_by);
    select * into v_step from transfer_step
    where from_state = p_case.state and step = p_step and actor = any (p_actors)
    order by actor = p_case.proposer desc, actor limit 1;
    if v_step is null then
        raise exception 'the transfer % is %, and % cannot follow', p_case.number, p_case.state, p_step
            using errcode = 'MU702', detail = jsonb_build_object(
                'number', p_case.number, 'state', p_case.state, 'step', p_step
            )::text;
    end if;
    if p_on > city_day(now()) then
        raise exception 'a step is recorded on its day or later' using errcode = 'MU715';
    end if;
    if p_on < (
        select max(acted_on) from transfer_event
        where agency_id = p_case.agency_id and transfer_case_id = p_case.transfer_case_id
    ) and v_step.actor <> 'worker' then
        raise exception 'the step is dated before the last one of the transfer %', p_case.number
            using errcode = 'MU716', detail = jsonb_build_object('number', p_case.number)::text;
    end if;
    perform require_free_actor(p_case, p_step, v_step.actor, p_by);
    perform require_transfer_needs(
        p_case, v_step.needs, v_step.actor, p_document_number, p_document_date, p_note, p_day, p_on
    );
    if p_step = 'decree' then
        insert into decree (number, decree_date, signed_by)
        values (trim(p_document_number), p_document_date, trim(p_by))
        on conflict (number) do nothing;
        select decree_id into v_decree_id from decree
        where number = trim(p_document_number) and decree_date = p_document_date;
        if v_decree_id is null then
            raise exception 'the decree % is on record with another date', p_document_number
                using errcode = 'MU733', detail = jsonb_build_object('decree', p_document_number)::text;
        end if;
    end if;
    update transfer_case set
        state = v_step.to_state,
        releasing_consent_on = case
            when p_step in ('submit', 'consent') and v_step.actor in ('releasing') then p_on else releasing_consent_on
        end,
        receiving_consent_on = case
            when p_step in ('submit', 'consent') and v_step.actor = 'receiving' then p_on else receiving_consent_on
        end,
        pertek_requested_on = case when p_step = 'request_pertek' then p_on else pertek_requested_on end,
        decree_id = coalesce(v_decree_id, decree_id),
        inaugurated_on = case when p_step = 'inaugurate' then p_on else inaugurated_on end,
        -- A postponed inauguration takes the first day along (its new day needs a new check).
        planned_on = case
            when p_step in ('replan', 'postpone') then p_day
            when p_step = 'inaugurate' then greatest(planned_on, p_on)
            else planned_on
        end,
        revision = revision + case
            when p_step in ('replan', 'postpone') or p_step = 'inaugurate' and p_on > planned_on then 1 else 0
        end,
        objection = case p_step
            when 'object' then case objection when 'blocking' then 'blocking' else 'filed' end
            when 'block_objection' then 'blocking'
            when 'dismiss_objection' then 'dismissed'
            else objection
        end,
        problem = case when p_step in ('replan', 'postpone', 'revoke') then null else problem end
    where agency_id = p_case.agency_id and transfer_case_id = p_case.transfer_case_id
    returning * into v_case;
    insert into transfer_event (
        agency_id, transfer_case_id, step, from_state, to_state, actor, acted_by, acted_on, document_number,
        document_date, note
    )
    values (
        v_case.agency_id, v_case.transfer_case_id, p_step, p_case.state, v_case.state, v_step.actor, trim(p_by), p_on,
        nullif(trim(p_document_number), ''), p_document_date, nullif(trim(p_note), '')
    );
    -- What another proposes is shown when it is submitted, because both agencies are asked; what BKPSDM plans, when it
    -- goes to the review team.
    perform show_transfer(
        v_case,
        case
            when v_case.state not in ('draft', 'returned') and (
                v_case.proposer <> 'personnel' or v_case.state not in ('proposed', 'not_eligible', 'cancelled')
            ) then array['releasing', 'receiving']
            else '{}'
        end
    );
    return v_case;
end
$$;

-- A step of the city's: BKPSDM, the review team, the mayor, or BKN's answer, which BKPSDM records.
create or replace function take_city_step(
    p_number text, p_step text, p_actor text, p_by text, p_on date, p_document_number text, p_document_date date,
    p_note text, p_day date
) returns text
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_case transfer_case;
begin
    if p_actor not in ('personnel', 'review_team', 'mayor', 'bkn', 'employee') then
        raise exception 'the city takes no steps of %', p_actor using errcode = 'insufficient_privilege';
    end if;
    v_case := find_transfer(p_number);
    v_case := step_transfer(
        v_case, p_step, array[p_actor], p_by, p_on, p_document_number, p_document_date, p_note, p_day
    );
    return v_case.state;
end
$$;

-- A step of the caller's agency, on whichever side of the case it is. It finds only cases that it may see.
create or replace function take_agency_step(
    p_number text, p_step text, p_by text, p_on date, p_document_number text, p_document_date date, p_note text
) returns text
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_agency_id integer := calling_agency();
    v_case transfer_case;
begin
    if not exists (select from transfer_party y where y.agency_id = v_agency_id and y.number = p_number) then
        raise exception 'there is no transfer %', p_number
            using errcode = 'MU701', detail = jsonb_build_object('number', p_number)::text;
    end if;
    v_case := find_transfer(p_number);
    v_case := step_transfer(
        v_case, p_step,
        array_remove(
            array[
                case when v_case.agency_id = v_agency_id then 'releasing' end,
                case when v_case.to_agency_id = v_agency_id then 'receiving' end,
                case when v_case.agency_id = v_agency_id and p_step = 'object' then 'employee' end
            ],
            null
        ),
        p_by, p_on, p_document_number, p_document_date, p_note, null
    );
    return v_case.state;
end
$$;

grant execute on function take_city_step to {city}_personnel;
grant execute on function take_agency_step to {city}_pool, {city}_agency;
