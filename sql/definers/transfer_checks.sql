-- Owner: {city}_carrier
-- Checks of transfers, as programs evaluate the rules; exceptions; declared conflicts of interest; windows of days on
-- which officials may not be moved. Nothing of it is ever changed: a later check counts.

-- Records checks of cases, with a verdict for each rule. `p_checks` is an array of objects: agency, case, revision,
-- day, direction, imut_type and verdicts (rule, outcome, stops, may_be_lifted, facts, passes_on). A case that
-- changed since its facts were read is left out. Returns how many were recorded.
create or replace function record_transfer_checks(p_checks jsonb, p_rules text, p_by text) returns integer
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_count integer;
begin
    perform require_actor(p_by);
    with given as materialized (
        select c.*
        from jsonb_to_recordset(p_checks) c (
            agency integer, "case" bigint, revision integer, day date, direction text, imut_type smallint,
            verdicts jsonb
        )
        join transfer_case t on t.agency_id = c.agency and t.transfer_case_id = c."case" and t.revision = c.revision
            and t.planned_on = c.day
    ), derived as (
        update transfer_case t set direction = g.direction, imut_type = g.imut_type
        from given g
        where t.agency_id = g.agency and t.transfer_case_id = g."case"
            and (t.direction, t.imut_type) is distinct from (g.direction, g.imut_type)
    ), checked as (
        insert into transfer_check (agency_id, transfer_case_id, revision, for_day, rules, checked_by)
        select g.agency, g."case", g.revision, g.day, p_rules, trim(p_by) from given g order by g.agency, g."case"
        returning agency_id, transfer_check_id, transfer_case_id
    ), judged as (
        insert into transfer_verdict (
            agency_id, transfer_check_id, rule, outcome, stops, may_be_lifted, facts, passes_on
        )
        select c.agency_id, c.transfer_check_id, v.rule, v.outcome, v.stops, v.may_be_lifted, v.facts, v.passes_on
        from checked c
        join given g on g.agency = c.agency_id and g."case" = c.transfer_case_id
        cross join lateral jsonb_to_recordset(g.verdicts) v (
            rule text, outcome text, stops boolean, may_be_lifted boolean, facts jsonb, passes_on date
        )
    )
    select count(*) into v_count from checked;
    return v_count;
end
$$;

-- Lifts one rule for one case: only a rule that stops it by its last check, and that may be lifted.
create or replace function except_transfer(
    p_number text, p_rule text, p_reason text, p_by text, p_document_number text, p_document_date date
) returns void
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_case transfer_case;
    v_may_be_lifted boolean;
begin
    perform require_actor(p_by);
    v_case := find_transfer(p_number);
    perform require_free_actor(v_case, 'except', 'mayor', p_by);
    select v.may_be_lifted into v_may_be_lifted
    from transfer_verdict v
    where v.agency_id = v_case.agency_id and v.rule = p_rule and v.outcome in ('block', 'not_known')
        and v.transfer_check_id = (
            select max(c.transfer_check_id) from transfer_check c
            where c.agency_id = v_case.agency_id and c.transfer_case_id = v_case.transfer_case_id
        );
    if v_may_be_lifted is null then
        raise exception 'the rule % does not stop the transfer % by its last check', p_rule, p_number
            using errcode = 'MU734', detail = jsonb_build_object('rule', p_rule, 'number', p_number)::text;
    elsif not v_may_be_lifted then
        raise exception 'no exception to the rule % is lawful', p_rule
            using errcode = 'MU735', detail = jsonb_build_object('rule', p_rule)::text;
    end if;
    if nullif(trim(p_document_number), '') is null or p_document_date is null or nullif(trim(p_reason), '') is null then
        raise exception 'this step needs a document with number and date' using errcode = 'MU714';
    end if;
    insert into transfer_exception (
        agency_id, transfer_case_id, rule, reason, approved_by, document_number, document_date
    )
    values (
        v_case.agency_id, v_case.transfer_case_id, p_rule, trim(p_reason), trim(p_by), trim(p_document_number),
        p_document_date
    )
    on conflict do nothing;
end
$$;

create or replace function declare_transfer_conflict(p_number text, p_of text, p_kind text) returns void
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_case transfer_case := find_transfer(p_number);
begin
    perform require_actor(p_of);
    insert into transfer_conflict (agency_id, transfer_case_id, declared_of, kind)
    values (v_case.agency_id, v_case.transfer_case_id, trim(p_of), p_kind)
    on conflict do nothing;
end
$$;

-- Puts a document on file for a case: by the city, or by an agency that sees the case.
create or replace function file_transfer_document(
    p_number text, p_kind text, p_document_number text, p_document_date date, p_post text, p_by text
) returns void
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_agency_id integer := calling_agency();
    v_case transfer_case;
begin
    perform require_actor(p_by);
    if v_agency_id is not null and not exists (
        select from transfer_party y where y.agency_id = v_agency_id and y.number = p_number
    ) then
        raise exception 'there is no transfer %', p_number
            using errcode = 'MU701', detail = jsonb_build_object('number', p_number)::text;
    end if;
    v_case := find_transfer(p_number);
    if nullif(trim(p_document_number), '') is null or p_document_date is null then
        raise exception 'this step needs a document with number and date' using errcode = 'MU714';
    end if;
    if p_document_date > city_day(now()) then
        raise exception 'the document is dated after the step' using errcode = 'MU730';
    end if;
    insert into transfer_document (agency_id, transfer_case_id, kind, number, document_date, post, recorded_by)
    values (
        v_case.agency_id, v_case.transfer_case_id, p_kind, trim(p_document_number), p_document_date,
        nullif(trim(p_post), ''), trim(p_by)
    );
end
$$;

-- Changes what a draft says: the reason that the person is told, or the batch.
create or replace function amend_transfer(p_number text, p_reason text, p_batch text, p_by text) returns void
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_case transfer_case := find_transfer(p_number);
    v_batch_id integer;
begin
    perform require_actor(p_by);
    if v_case.state not in (select from_state from transfer_step where step in ('replan', 'announce')) then
        raise exception 'the transfer % is %, and % cannot follow', p_number, v_case.state, 'amend'
            using errcode = 'MU702', detail = jsonb_build_object(
                'number', p_number, 'state', v_case.state, 'step', 'amend'
            )::text;
    end if;
    if p_batch is not null then
        select transfer_batch_id into v_batch_id from transfer_batch where code = p_batch;
        if v_batch_id is null then
            raise exception 'there is no batch %', p_batch
                using errcode = 'MU727', detail = jsonb_build_object('batch', p_batch)::text;
        end if;
    end if;
    update transfer_case set
        reason = coalesce(nullif(trim(p_reason), ''), reason),
        transfer_batch_id = coalesce(v_batch_id, transfer_batch_id)
    where agency_id = v_case.agency_id and transfer_case_id = v_case.transfer_case_id;
    insert into transfer_event (
        agency_id, transfer_case_id, step, from_state, to_state, actor, acted_by, acted_on, note
    )
    values (
        v_case.agency_id, v_case.transfer_case_id, 'amend', v_case.state, v_case.state, 'personnel', trim(p_by),
        city_day(now()), nullif(trim(p_reason), '')
    );
end
$$;

grant execute on function record_transfer_checks to {city}_personnel;
grant execute on function except_transfer to {city}_personnel;
grant execute on function declare_transfer_conflict to {city}_personnel;
grant execute on function amend_transfer to {city}_personnel;
grant execute on function file_transfer_document to {city}_personnel, {city}_pool, {city}_agency;
