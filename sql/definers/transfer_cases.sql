-- Owner: {city}_carrier
-- Cases of transfers: how one begins, and what the agencies see of it.

-- The agency in whose name the caller acts: that of its login, or of its transaction's setting.
create or replace function calling_agency() returns integer
language plpgsql
stable
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    return coalesce({login_agency}, {pool_agency});
end
$$;

create or replace function require_actor(p_by text) returns void
language plpgsql
immutable
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    if nullif(trim(p_by), '') is null then
        raise exception 'a step needs the person who takes it' using errcode = 'MU726';
    end if;
end
$$;

-- Where a case is, by its number, and locks it.
create or replace function find_transfer(p_number text) returns transfer_case
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_case transfer_case;
begin
    select c.* into v_case
    from agency g
    join transfer_case c on c.agency_id = g.agency_id and c.number = p_number
    for update of c;
    if v_case.transfer_case_id is null then
        raise exception 'there is no transfer %', p_number
            using errcode = 'MU701', detail = jsonb_build_object('number', p_number)::text;
    end if;
    return v_case;
end
$$;

-- Adds a case in the state draft; returns its number.
create or replace function add_transfer(
    p_agency_id integer, p_employment_id bigint, p_to_agency_id integer, p_to_post_id bigint, p_basis text,
    p_demotion_cause text, p_reason text, p_planned_on date, p_proposer text, p_by text, p_batch_id integer,
    p_reverses transfer_case
) returns text
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_today date := city_day(now());
    v_from_post_id bigint;
    v_open text;
    v_case transfer_case;
begin
    perform lock_people();
    select a.post_id into v_from_post_id from assignment a
    where a.agency_id = p_agency_id and a.employment_id = p_employment_id and a.kind = 'definitive'
        and a.valid @> v_today;
    if not exists (select from post where agency_id = p_to_agency_id and post_id = p_to_post_id) then
        raise exception 'there is no such post in the receiving agency' using errcode = 'MU327';
    end if;
    if p_agency_id = p_to_agency_id and v_from_post_id = p_to_post_id then
        raise exception 'the person holds this post already' using errcode = 'MU724';
    end if;
    if p_planned_on > v_today + 366 or p_planned_on < v_today - 3660 then
        raise exception 'a move is carried out on a day of the coming year at the latest' using errcode = 'MU324';
    end if;
    select number into v_open from transfer_case
    where agency_id = p_agency_id and employment_id = p_employment_id
        and state in (select from_state from transfer_step where step in ('cancel', 'revoke'))
    limit 1;
    if v_open is not null then
        raise exception 'the person has an open transfer already: %', v_open
            using errcode = 'MU725', detail = jsonb_build_object('number', v_open)::text;
    end if;
    insert into transfer_case (
        agency_id, number, transfer_batch_id, employment_id, from_post_id, to_agency_id, to_post_id, basis,
        demotion_cause, reason, planned_on, proposer, proposed_by, reverses_agency_id, reverses_case_id
    )
    values (
        p_agency_id, '', p_batch_id, p_employment_id, v_from_post_id, p_to_agency_id, p_to_post_id, p_basis,
        p_demotion_cause, trim(coalesce(p_reason, '')), p_planned_on, p_proposer, trim(p_by), p_reverses.agency_id,
        p_reverses.transfer_case_id
    )
    returning * into v_case;
    update transfer_case
    set number = 'TRF-' || to_char(v_today, 'YYYY') || '-' || lpad(v_case.transfer_case_id::text, 6, '0')
    where agency_id = v_case.agency_id and transfer_case_id = v_case.transfer_case_id
    returning * into v_case;
    insert into transfer_event (agency_id, transfer_case_id, step, to_state, actor, acted_by, acted_on)
    values (
        v_case.agency_id, v_case.transfer_case_id, 'propose', 'draft', p_proposer, trim(p_by), v_today
    );
    -- The agency that proposes sees its own draft; nobody else sees a draft.
    if p_proposer in ('releasing', 'receiving', 'employee') then
        perform show_transfer(v_case, array[case when p_proposer = 'receiving' then 'receiving' else 'releasing' end]);
    end if;
    return v_case.number;
end
$$;

-- What the caller's agency proposes: a case where person and post are its own. Otherwise it makes a request, which
-- looks the same whether there is such a person or post or not. Returns the number of the one or the other.
create or replace function propose_transfer(
    p_nip text, p_to_agency text, p_to_post_id bigint, p_basis text, p_demotion_cause text, p_reason text,
    p_planned_on date, p_by text, p_by_employee boolean
) returns text
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_agency_id integer := calling_agency();
    v_to_agency_id integer;
    v_employment_id bigint;
    v_proposer text := case when p_by_employee then 'employee' else 'releasing' end;
    v_request_id bigint;
begin
    if v_agency_id is null then
        raise exception 'an agency proposes a transfer' using errcode = 'insufficient_privilege';
    end if;
    perform require_actor(p_by);
    select agency_id into v_to_agency_id from agency where code = p_to_agency;
    if v_to_agency_id is null then
        raise exception 'there is no agency %', p_to_agency
            using errcode = 'MU401', detail = jsonb_build_object('agency', p_to_agency)::text;
    end if;
    select e.employment_id into v_employment_id
    from person p
    join employment e on e.agency_id = p.agency_id and e.person_id = p.person_id and upper_inf(e.valid)
        and lower(e.valid) <= city_day(now())
    where p.agency_id = v_agency_id and p.nip = p_nip;
    if v_employment_id is not null and v_to_agency_id = v_agency_id then
        return add_transfer(
            v_agency_id, v_employment_id, v_to_agency_id, p_to_post_id, p_basis, p_demotion_cause, p_reason,
            p_planned_on, v_proposer, p_by, null, null
        );
    elsif v_employment_id is null then
        if v_to_agency_id <> v_agency_id then
            raise exception 'an agency proposes its own people, or people for its own posts' using errcode = 'MU722';
        end if;
        v_proposer := 'receiving';
        if not exists (select from post where agency_id = v_agency_id and post_id = p_to_post_id) then
            raise exception 'there is no such post in the receiving agency' using errcode = 'MU327';
        end if;
    end if;
    insert into transfer_request (
        agency_id, nip, to_agency_id, to_post_id, proposer, basis, reason, planned_on, requested_by
    )
    values (
        v_agency_id, p_nip, v_to_agency_id, p_to_post_id, v_proposer, p_basis, trim(coalesce(p_reason, '')),
        p_planned_on, trim(p_by)
    )
    returning transfer_request_id into v_request_id;
    return 'REQ-' || lpad(v_request_id::text, 6, '0');
end
$$;

-- A case that BKPSDM plans, for a person of any agency.
create or replace function plan_transfer(
    p_nip text, p_to_agency text, p_to_post_id bigint, p_basis text, p_demotion_cause text, p_reason text,
    p_planned_on date, p_by text, p_batch text
) returns text
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_person record;
    v_batch_id integer;
begin
    perform require_actor(p_by);
    select e.agency_id, e.employment_id into v_person
    from agency g
    join person p on p.agency_id = g.agency_id and p.nip = p_nip
    join employment e on e.agency_id = p.agency_id and e.person_id = p.person_id and upper_inf(e.valid)
        and lower(e.valid) <= city_day(now())
    limit 1;
    if v_person.employment_id is null then
        raise exception 'nobody with this NIP serves in the city' using errcode = 'MU723';
    end if;
    if p_batch is not null then
        select transfer_batch_id into v_batch_id from transfer_batch where code = p_batch;
        if v_batch_id is null then
            raise exception 'there is no batch %', p_batch
                using errcode = 'MU727', detail = jsonb_build_object('batch', p_batch)::text;
        end if;
    end if;
    return add_transfer(
        v_person.agency_id, v_person.employment_id, (select agency_id from agency where code = p_to_agency),
        p_to_post_id, p_basis, p_demotion_cause, p_reason, p_planned_on, 'personnel', p_by, v_batch_id, null
    );
end
$$;

-- Makes a case of an agency's request, proposed by the agency that asked; or declines it.
create or replace function answer_transfer_request(p_request_id bigint, p_by text, p_declined text) returns text
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_request transfer_request;
    v_person record;
    v_number text;
begin
    perform require_actor(p_by);
    select r.* into v_request
    from agency g
    join transfer_request r on r.agency_id = g.agency_id and r.transfer_request_id = p_request_id
    for update of r;
    if v_request.transfer_request_id is null or v_request.number is not null or v_request.declined is not null then
        raise exception 'there is no such request that waits for an answer' using errcode = 'MU728';
    end if;
    if nullif(trim(p_declined), '') is null then
        select e.agency_id, e.employment_id into v_person
        from agency g
        join person p on p.agency_id = g.agency_id and p.nip = v_request.nip
        join employment e on e.agency_id = p.agency_id and e.person_id = p.person_id and upper_inf(e.valid)
        limit 1;
        if v_person.employment_id is null then
            raise exception 'nobody with this NIP serves in the city' using errcode = 'MU723';
        end if;
        v_number := add_transfer(
            v_person.agency_id, v_person.employment_id, v_request.to_agency_id, v_request.to_post_id, v_request.basis,
            null, v_request.reason, v_request.planned_on, v_request.proposer, v_request.requested_by, null, null
        );
    end if;
    update transfer_request set number = v_number, declined = nullif(trim(p_declined), ''), answered_by = trim(p_by)
    where agency_id = v_request.agency_id and transfer_request_id = p_request_id;
    return v_number;
end
$$;

grant execute on function propose_transfer to {city}_pool, {city}_agency;
grant execute on function plan_transfer to {city}_personnel;
grant execute on function answer_transfer_request to {city}_personnel;
