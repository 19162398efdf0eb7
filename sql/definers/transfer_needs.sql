-- Owner: {city}_carrier
-- What must hold before a step of a transfer.

-- Cases that lack what a step needs, with the state and values of the refusal. A check is lacking where it is missing
-- or of another day, and where a rule stops the case: it blocks or is not known, without an exception; or a gate is
-- shut.
create or replace function unmet_transfer_need(p_agencies integer[], p_cases bigint[], p_need text)
returns table (agency_id integer, transfer_case_id bigint, number text, code text, detail text)
language plpgsql
stable
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
#variable_conflict use_column
begin
    if p_need not in ('clear', 'no_inauguration', 'no_objection') then
        raise exception 'a step needs %, which nothing checks', p_need;
    end if;
    return query
    select c.agency_id, c.transfer_case_id, c.number, n.code, jsonb_object(n.keys, n.values)::text
    from unnest(p_agencies, p_cases) p (agency_id, transfer_case_id)
    join transfer_case c using (agency_id, transfer_case_id)
    left join lateral (
        select k.transfer_check_id, k.revision = c.revision and k.for_day = c.planned_on as is_present
        from transfer_check k
        where p_need = 'clear' and k.agency_id = c.agency_id and k.transfer_case_id = c.transfer_case_id
        order by k.transfer_check_id desc limit 1
    ) k on true
    cross join lateral (
        select 'MU706' as code, array['number', 'day'] as keys, array[c.number, c.planned_on::text] as values
        where p_need = 'clear' and k.is_present is not true
        union all
        (
            select 'MU707', array['number', 'outcome', 'rules'],
                array[c.number, v.outcome, string_agg(v.rule, ', ' order by v.rule)]
            from transfer_verdict v
            where k.is_present and v.agency_id = c.agency_id and v.transfer_check_id = k.transfer_check_id
                and (v.outcome in ('block', 'gate') or v.outcome = 'not_known' and v.stops)
                and not exists (
                    select from transfer_exception x
                    where x.agency_id = c.agency_id and x.transfer_case_id = c.transfer_case_id and x.rule = v.rule
                        and v.may_be_lifted and v.outcome <> 'gate'
                )
            group by v.outcome
            order by v.outcome limit 1
        )
        union all
        -- People are inaugurated into all posts but executors' (Perka BKN 7/2017).
        select 'MU718', array['number'], array[c.number]
        from post t
        where p_need = 'no_inauguration' and t.agency_id = c.to_agency_id and t.post_id = c.to_post_id
            and t.position_level <> 'pelaksana'
        union all
        select 'MU719', array['number'], array[c.number]
        where p_need = 'no_objection' and c.objection = 'blocking'
    ) n;
end
$$;

-- Cases that cannot be carried out today, with the same; one row for each thing that is lacking.
create or replace function unready_transfers(p_agencies integer[], p_cases bigint[])
returns table (agency_id integer, transfer_case_id bigint, number text, code text, detail text)
language plpgsql
stable
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
#variable_conflict use_column
declare
    v_need record;
begin
    return query
    select p.agency_id, p.transfer_case_id, c.number, 'MU736', null
    from unnest(p_agencies, p_cases) p (agency_id, transfer_case_id)
    left join transfer_case c using (agency_id, transfer_case_id)
    where c.planned_on is null or c.planned_on > city_day(now())
        or c.state not in (select from_state from transfer_step where step = 'carry_out');
    for v_need in
        select n.need, array_agg(c.agency_id) as agencies, array_agg(c.transfer_case_id) as cases
        from unnest(p_agencies, p_cases) p (agency_id, transfer_case_id)
        join transfer_case c using (agency_id, transfer_case_id)
        join transfer_step s on s.from_state = c.state and s.step = 'carry_out'
        cross join string_to_table(s.needs, ' ') n (need)
        group by n.need
    loop
        return query select u.* from unmet_transfer_need(v_need.agencies, v_need.cases, v_need.need) u;
    end loop;
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
    v_unmet record;
    v_outcome text;
    v_rules text;
    v_lapses date;
begin
    foreach v_need in array string_to_array(coalesce(p_needs, ''), ' ') loop
        case v_need
            when 'clear', 'no_inauguration', 'no_objection' then
                select * into v_unmet
                from unmet_transfer_need(array[p_case.agency_id], array[p_case.transfer_case_id], v_need) limit 1;
                v_outcome := v_unmet.detail::jsonb ->> 'outcome';
                v_rules := v_unmet.detail::jsonb ->> 'rules';
                if v_unmet.code = 'MU706' then
                    raise exception 'the transfer % is not checked for %', p_case.number, p_case.planned_on
                        using errcode = 'MU706', detail = jsonb_build_object(
                            'number', p_case.number, 'day', p_case.planned_on::text
                        )::text;
                elsif v_unmet.code = 'MU707' then
                    raise exception 'rules stop the transfer % (%): %', p_case.number, v_outcome, v_rules
                        using errcode = 'MU707', detail = jsonb_build_object(
                            'number', p_case.number, 'outcome', v_outcome, 'rules', v_rules
                        )::text;
                elsif v_unmet.code = 'MU718' then
                    raise exception 'the person of the transfer % is not inaugurated', p_case.number
                        using errcode = 'MU718', detail = jsonb_build_object('number', p_case.number)::text;
                elsif v_unmet.code = 'MU719' then
                    raise exception 'an objection to the transfer % is not decided', p_case.number
                        using errcode = 'MU719', detail = jsonb_build_object('number', p_case.number)::text;
                elsif v_unmet.code is not null then
                    raise exception 'a need of a step is refused as %, which nothing says', v_unmet.code;
                end if;
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
            when 'objection' then
                if p_case.objection not in ('filed', 'blocking') then
                    raise exception 'no objection to the transfer % waits for an answer', p_case.number
                        using errcode = 'MU732', detail = jsonb_build_object('number', p_case.number)::text;
                end if;
            else
                raise exception 'a step needs %, which nothing checks', v_need;
        end case;
    end loop;
end
$$;
