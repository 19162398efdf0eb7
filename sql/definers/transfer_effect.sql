-- Owner: {city}_carrier
-- Carrying out transfers on their day, each component in one transaction or not at all, and taking them back.

-- Carries out cases of one day, each component as a whole or not at all: `p_components` gives each case the number of
-- its component. Returns the components that could not be, with what a refusal of them would say.
create or replace function carry_out_transfers(
    p_agencies integer[], p_cases bigint[], p_components integer[], p_by text
) returns table (component integer, code text, detail text)
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
#variable_conflict use_column
declare
    v_due record;
    v_left integer[];
    v_tried integer[];
    v_code text;
    v_words text;
    v_hint text;
    v_stopped integer[];
    v_moves bigint[];
    v_together integer;
begin
    perform require_actor(p_by);
    -- Before anything is read: an agency may be closing.
    perform lock_people();
    perform 1 from transfer_case c
    join unnest(p_agencies, p_cases) p (agency_id, transfer_case_id) using (agency_id, transfer_case_id)
    order by c.agency_id, c.transfer_case_id for update of c;
    if 1 < (
        select count(distinct c.planned_on) from transfer_case c
        join unnest(p_agencies, p_cases) p (agency_id, transfer_case_id) using (agency_id, transfer_case_id)
    ) then
        raise exception 'transfers that are carried out together have one day' using errcode = 'MU737';
    end if;
    v_left := array(select distinct unnest(p_components) order by 1);
    for component, code, detail in
        select distinct on (p.component) p.component, n.code, n.detail
        from unnest(p_agencies, p_cases, p_components) p (agency_id, transfer_case_id, component)
        join unready_transfers(p_agencies, p_cases) n using (agency_id, transfer_case_id)
        order by p.component, n.number
    loop
        v_left := array_remove(v_left, component);
        return next;
    end loop;
    while v_left <> '{}' loop
        v_tried := v_left[1:coalesce(v_together, cardinality(v_left))];
        select array_agg(p.component order by d.number) as components, array_agg(d.number order by d.number) as numbers,
            array_agg(d.agency_id order by d.number) as agencies,
            array_agg(d.transfer_case_id order by d.number) as cases, min(d.day) as day,
            array_agg(d.person_id order by d.number) as people,
            array_agg(d.from_agency_id order by d.number) as origins,
            array_agg(d.to_agency_id order by d.number) as targets, array_agg(d.to_post_id order by d.number) as posts
        into v_due
        from (
            select array_agg(p.agency_id order by p.n) as agencies, array_agg(p.transfer_case_id order by p.n) as cases
            from unnest(p_agencies, p_cases, p_components)
                with ordinality p (agency_id, transfer_case_id, component, n)
            where p.component = any (v_tried)
        ) t
        cross join lateral standing_transfers(t.agencies, t.cases) d
        join unnest(p_agencies, p_cases, p_components) p (agency_id, transfer_case_id, component)
            using (agency_id, transfer_case_id);
        begin
            perform make_transfers_effective(
                v_due.agencies, v_due.cases, v_due.people, v_due.origins, v_due.targets, v_due.posts, v_due.day, p_by
            );
            v_left := v_left[cardinality(v_tried) + 1:];
            v_together := null;
        exception when others then
            get stacked diagnostics v_code = returned_sqlstate, v_words = message_text, v_hint = pg_exception_hint;
            -- Rules and constraints stop a component; anything else stops the work.
            if v_code not like 'MU%' and v_code not like '23%' or v_code in ('MU001', 'MU002') then
                raise;
            end if;
            v_moves := '{}';
            if v_hint like 'moves: %' then
                v_moves := string_to_array(replace(v_hint, 'moves: ', ''), ',');
                v_stopped := array(select distinct v_due.components[n] from unnest(v_moves) n order by 1);
            elsif cardinality(v_tried) = 1 then
                v_stopped := v_tried;
                v_together := null;
            else
                -- It does not say which of them: it is in the first half, or in the rest.
                v_together := cardinality(v_tried) / 2;
                continue;
            end if;
            for component, code, detail in
                select s.component, 'MU738', jsonb_build_object(
                    'problem', v_words, 'numbers', (
                        select string_agg(v_due.numbers[n], ', ' order by n)
                        from generate_subscripts(v_due.numbers, 1) n
                        where v_due.components[n] = s.component and (v_moves = '{}' or n = any (v_moves))
                    )
                )::text
                from unnest(v_stopped) s (component)
            loop
                v_left := array_remove(v_left, component);
                return next;
            end loop;
        end;
    end loop;
end
$$;

-- Moves the people of cases, and takes the cases on; the caller has locked and asked for all that they need.
create or replace function make_transfers_effective(
    p_agencies integer[], p_cases bigint[], p_people bigint[], p_origins integer[], p_targets integer[],
    p_posts bigint[], p_day date, p_by text
) returns void
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_former transfer_case[];
    v_case transfer_case;
begin
    select array_agg(c order by p.n) into v_former
    from unnest(p_agencies, p_cases) with ordinality p (agency_id, transfer_case_id, n)
    join transfer_case c using (agency_id, transfer_case_id);
    update transfer_case c set
        state = s.to_state, problem = null, effective_on = p_day, held_since = coalesce(m.held_since, c.held_since),
        former_assignment_id = m.assignment_id, new_employment_id = m.new_employment_id,
        new_assignment_id = m.new_assignment_id
    from move_people(
        p_origins, p_targets, p_people, p_posts, p_day,
        (
            select array_agg(d.number order by f.ordinality)
            from unnest(v_former) with ordinality f join decree d using (decree_id)
        ),
        (
            select array_agg(d.decree_date order by f.ordinality)
            from unnest(v_former) with ordinality f join decree d using (decree_id)
        ),
        -- A move that is taken back gives back the time in the post.
        (
            select array_agg(o.held_since order by f.ordinality)
            from unnest(v_former) with ordinality f
            left join transfer_case o on o.agency_id = f.reverses_agency_id and o.transfer_case_id = f.reverses_case_id
        )
    ) m, transfer_step s
    where c.agency_id = p_agencies[m.move] and c.transfer_case_id = p_cases[m.move]
        and s.from_state = c.state and s.step = 'carry_out';
    insert into transfer_event (agency_id, transfer_case_id, step, from_state, to_state, actor, acted_by, acted_on)
    select f.agency_id, f.transfer_case_id, s.step, s.from_state, s.to_state, s.actor, trim(p_by), p_day
    from unnest(v_former) f
    join transfer_step s on s.from_state = f.state and s.step = 'carry_out'
    order by f.number;
    perform tell_parties(p_agencies, p_cases);
    -- The case whose move was taken back has ended.
    for v_case in
        select o.* from unnest(v_former) f
        join transfer_case o on o.agency_id = f.reverses_agency_id and o.transfer_case_id = f.reverses_case_id
        for update of o
    loop
        perform step_transfer(v_case, 'reverse', array['worker'], p_by, p_day, null, null, null, null);
    end loop;
end
$$;

-- Notes why cases were not carried out on their day; they stay due.
create or replace function note_transfer_problem(p_agencies integer[], p_cases bigint[], p_problem text) returns void
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_problem text := left(regexp_replace(trim(p_problem), '[[:cntrl:]]', ' ', 'g'), 500);
begin
    update transfer_case c set problem = v_problem
    from unnest(p_agencies, p_cases) p (agency_id, transfer_case_id)
    where c.agency_id = p.agency_id and c.transfer_case_id = p.transfer_case_id
        and c.state in (select from_state from transfer_step where step = 'carry_out')
        and c.problem is distinct from v_problem;
end
$$;

-- A case that takes back the move of another: the person goes back to the former seat.
create or replace function reverse_transfer(p_number text, p_reason text, p_planned_on date, p_by text) returns text
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_case transfer_case := find_transfer(p_number);
    v_seat record;
    v_now record;
begin
    perform require_actor(p_by);
    if not exists (select from transfer_step where from_state = v_case.state and step = 'reverse')
        or v_case.from_post_id is null
    then
        raise exception 'the transfer % is %, and % cannot follow', p_number, v_case.state, 'reverse'
            using errcode = 'MU702', detail = jsonb_build_object(
                'number', p_number, 'state', v_case.state, 'step', 'reverse'
            )::text;
    end if;
    select * into v_seat from standing_seat(v_case.agency_id, v_case.from_post_id, p_planned_on);
    select o.agency_id, o.employment_id into v_now
    from employment e
    join agency g on true
    join employment o on o.agency_id = g.agency_id and o.person_id = e.person_id and upper_inf(o.valid)
    where e.agency_id = v_case.agency_id and e.employment_id = v_case.employment_id
    limit 1;
    if v_now.employment_id is null then
        raise exception 'nobody with this NIP serves in the city' using errcode = 'MU723';
    end if;
    return add_transfer(
        v_now.agency_id, v_now.employment_id, v_seat.agency_id, v_seat.post_id, 'reversal', null, p_reason,
        p_planned_on, 'personnel', p_by, v_case.transfer_batch_id, v_case
    );
end
$$;

grant execute on function carry_out_transfers, note_transfer_problem to {city}_mover, {city}_worker;
grant execute on function reverse_transfer to {city}_personnel;
