-- Owner: {city}_carrier
-- What must hold before a step of a transfer.

-- Refuses a check that is missing or of another day, and whatever a rule stops: it blocks or is not known, without an
-- exception; or a gate is shut.
create or replace function require_clear_check(p_case transfer_case) returns void
language plpgsql
stable
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_check transfer_check;
    v_stop record;
begin
    select * into v_check from transfer_check
    where agency_id = p_case.agency_id and transfer_case_id = p_case.transfer_case_id
    order by transfer_check_id desc limit 1;
    if v_check is null or v_check.revision <> p_case.revision or v_check.for_day <> p_case.planned_on then
        raise exception 'the transfer % is not checked for %', p_case.number, p_case.planned_on
            using errcode = 'MU706', detail = jsonb_build_object(
                'number', p_case.number, 'day', p_case.planned_on::text
            )::text;
    end if;
    select v.outcome, string_agg(v.rule, ', ' order by v.rule) as rules into v_stop
    from transfer_verdict v
    where v.agency_id = p_case.agency_id and v.transfer_check_id = v_check.transfer_check_id
        and (v.outcome in ('block', 'gate') or v.outcome = 'not_known' and v.stops)
        and not exists (
            select from transfer_exception x
            where x.agency_id = p_case.agency_id and x.transfer_case_id = p_case.transfer_case_id and x.rule = v.rule
                and v.may_be_lifted and v.outcome <> 'gate'
        )
    group by v.outcome
    order by v.outcome limit 1;
    if v_stop.outcome is not null then
        raise exception 'rules stop the transfer % (%): %', p_case.number, v_stop.outcome, v_stop.rules
            using errcode = 'MU707', detail = jsonb_build_object(
                'number', p_case.number, 'outcome', v_stop.outcome, 'rules', v_stop.rules
            )::text;
    end if;
end
$$;

-- Whether the case's new seat is one into which people are inaugurated: all but executors' (Perka BKN 7/2017).
create or replace function is_inaugurated(p_agency_id integer, p_post_id bigint) returns boolean
language plpgsql
stable
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    return (
        select position_level <> 'pelaksana' from post where agency_id = p_agency_id and post_id = p_post_id
    );
end
$$;

-- What a step needs, word by word, as transfer_step.needs lists them.
create or replace function require_transfer_needs(
    p_case transfer_case, p_needs text, p_actor text, p_document_number text, p_document_date date, p_note text,
    p_day date, p_on date
) returns void
language plpgsql
stable
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_need text;
    v_lapses date;
begin
    foreach v_need in array string_to_array(coalesce(p_needs, ''), ' ') loop
        case v_need
            when 'clear' then
                perform require_clear_check(p_case);
            when 'consents' then
                if p_case.proposer <> 'personnel' and p_case.agency_id <> p_case.to_agency_id
                    and (p_case.releasing_consent_on is null or p_case.receiving_consent_on is null)
                then
                    raise exception 'an agency has not consented to the transfer %', p_case.number
                        using errcode = 'MU710', detail = jsonb_build_object('number', p_case.number)::text;
                end if;
            when 'proposer' then
                if p_actor <> p_case.proposer and not (p_actor = 'releasing' and p_case.proposer = 'employee') then
                    raise exception 'another party proposed the transfer %', p_case.number
                        using errcode = 'MU721', detail = jsonb_build_object('number', p_case.number)::text;
                end if;
            when 'reason' then
                if p_case.reason = '' then
                    raise exception 'the transfer % has no reason that the person can be told', p_case.number
                        using errcode = 'MU713', detail = jsonb_build_object('number', p_case.number)::text;
                end if;
            when 'note' then
                if nullif(trim(p_note), '') is null then
                    raise exception 'this step needs a note: why' using errcode = 'MU729';
                end if;
            when 'document', 'decree' then
                if nullif(trim(p_document_number), '') is null or p_document_date is null then
                    raise exception 'this step needs a document with number and date' using errcode = 'MU714';
                end if;
                if p_document_date > p_on then
                    raise exception 'the document is dated after the step' using errcode = 'MU730';
                end if;
                if v_need = 'decree' and p_case.planned_on < p_document_date then
                    raise exception 'the transfer % would begin on %, before its decree', p_case.number,
                        p_case.planned_on
                        using errcode = 'MU712', detail = jsonb_build_object(
                            'number', p_case.number, 'day', p_case.planned_on::text
                        )::text;
                end if;
            when 'day' then
                if p_day is null or p_day > p_on + 366
                    or p_day < (
                        select d.decree_date from decree d where d.decree_id = p_case.decree_id
                    )
                then
                    raise exception 'a new day is needed, of the coming year and not before the decree'
                        using errcode = 'MU731';
                end if;
            when 'pertek_lapsed' then
                v_lapses := working_day(p_case.pertek_requested_on, 5);
                if p_on <= v_lapses then
                    raise exception 'BKN may answer until %', v_lapses
                        using errcode = 'MU717', detail = jsonb_build_object('day', v_lapses::text)::text;
                end if;
            when 'no_inauguration' then
                if is_inaugurated(p_case.to_agency_id, p_case.to_post_id) then
                    raise exception 'the person of the transfer % is not inaugurated', p_case.number
                        using errcode = 'MU718', detail = jsonb_build_object('number', p_case.number)::text;
                end if;
            when 'objection' then
                if p_case.objection not in ('filed', 'blocking') then
                    raise exception 'no objection to the transfer % waits for an answer', p_case.number
                        using errcode = 'MU732', detail = jsonb_build_object('number', p_case.number)::text;
                end if;
            when 'no_objection' then
                if p_case.objection = 'blocking' then
                    raise exception 'an objection to the transfer % is not decided', p_case.number
                        using errcode = 'MU719', detail = jsonb_build_object('number', p_case.number)::text;
                end if;
            else
                raise exception 'a step needs %, which nothing checks', v_need;
        end case;
    end loop;
end
$$;
