-- Owner: {city}_carrier
-- What moves along with people: known facts and appraisals. Called by the functions of moves.sql, with one move for
-- each place in the arrays; those within an agency have the same agency, and the same employment, twice.

-- A person's known facts move along: evidence, and each post held here as a posting. They stay here as well.
create or replace function carry_records(
    p_from integer[], p_to integer[], p_employments bigint[], p_new_employments bigint[]
) returns void
language sql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
    insert into evidence (
        agency_id, employment_id, kind, level, score, title, occurred_on, ended_on, document_number, document_date
    )
    select f.* from (
        select m.to_agency_id, m.new_employment_id, e.kind, e.level, e.score, e.title, e.occurred_on, e.ended_on,
            e.document_number, e.document_date
        from unnest(p_from, p_to, p_employments, p_new_employments)
            m (agency_id, to_agency_id, employment_id, new_employment_id)
        join evidence e on e.agency_id = m.agency_id and e.employment_id = m.employment_id and e.withdrawn_at is null
        where m.agency_id <> m.to_agency_id
        union all
        select m.to_agency_id, m.new_employment_id, 'posting', t.position_level, null, t.title, lower(a.valid),
            upper(a.valid) - 1, a.decree_number, a.decree_date
        from unnest(p_from, p_to, p_employments, p_new_employments)
            m (agency_id, to_agency_id, employment_id, new_employment_id)
        join assignment a on a.agency_id = m.agency_id and a.employment_id = m.employment_id
            and a.kind = 'definitive' and not isempty(a.valid) and not upper_inf(a.valid)
        join post t on t.agency_id = a.agency_id and t.post_id = a.post_id
        where m.agency_id <> m.to_agency_id
    ) f
    order by 2, 7
    on conflict do nothing;
    -- Files go on to bring what was put right.
    insert into correction (
        agency_id, fact, fact_id, employment_id, before, after, reason, document_number, corrected_by, corrected_at
    )
    select m.to_agency_id, c.fact, c.fact_id, m.new_employment_id, c.before, c.after, c.reason, c.document_number,
        c.corrected_by, c.corrected_at
    from unnest(p_from, p_to, p_employments, p_new_employments)
        m (agency_id, to_agency_id, employment_id, new_employment_id)
    join correction c on c.agency_id = m.agency_id and c.employment_id = m.employment_id
    where m.agency_id <> m.to_agency_id
    order by c.correction_id
$$;

-- Appraisals that neither agency has closed move along, with the time spent in the releasing agency as segments that
-- the superior there rates, and the ratings given so far. Within an agency the close makes the segments.
create or replace function carry_appraisals(
    p_from integer[], p_to integer[], p_employments bigint[], p_new_employments bigint[], p_day date
) returns void
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_cycle record;
    v_agency_id integer;
    v_closed integer[];
    v_moves integer[];
begin
    for v_cycle in
        select c.cycle_id, c.period
        from cycle c
        where upper(c.period) > p_day and exists (
            select from unnest(p_from, p_to, p_employments) m (agency_id, to_agency_id, employment_id)
            join appraisal a on a.agency_id = m.agency_id and a.cycle_id = c.cycle_id
                and a.employment_id = m.employment_id
            where m.agency_id <> m.to_agency_id
        )
        order by c.cycle_id
    loop
        -- In the order of the agencies' numbers: the closes take turns with the moves.
        for v_agency_id in
            select distinct g.agency_id
            from unnest(p_from, p_to, p_employments) m (agency_id, to_agency_id, employment_id)
            join appraisal a on a.agency_id = m.agency_id and a.cycle_id = v_cycle.cycle_id
                and a.employment_id = m.employment_id
            cross join lateral (values (m.agency_id), (m.to_agency_id)) g (agency_id)
            where m.agency_id <> m.to_agency_id
            order by g.agency_id
        loop
            perform hold_ratings(v_agency_id, v_cycle.cycle_id, 'alone');
        end loop;
        v_closed := array(
            select g.agency_id
            from (select distinct unnest(p_from || p_to) as agency_id) g
            where exists (
                select from appraisal_closing c where c.agency_id = g.agency_id and c.cycle_id = v_cycle.cycle_id
            )
        );
        v_moves := '{}';
        for v_agency_id in
            select distinct t.agency_id from unnest(p_to) t (agency_id) where t.agency_id <> all (v_closed)
        loop
            v_moves := v_moves || begin_carried_appraisals(
                v_agency_id, p_from, p_to, p_employments, p_new_employments, p_day, v_cycle.cycle_id, v_closed
            );
        end loop;
        -- Without a post there, the former agency closes it.
        continue when cardinality(v_moves) = 0;
        insert into appraisal_exclusion (agency_id, cycle_id, employment_id, reason)
        select p_from[n], v_cycle.cycle_id, p_employments[n], 'moved' from unnest(v_moves) n
        on conflict do nothing;
        for v_agency_id in select distinct p_from[n] from unnest(v_moves) n loop
            insert into appraisal_segment (
                agency_id, cycle_id, employment_id, segment, former_agency_id, title, position_level, valid, rater_nip
            )
            select f.to_agency_id, v_cycle.cycle_id, f.new_employment_id,
                row_number() over (partition by f.new_employment_id order by f.valid), f.former_agency_id, f.title,
                f.position_level, f.valid, f.rater_nip
            from (
                -- Segments that an earlier move of the same period carried here.
                select p_to[n] as to_agency_id, p_new_employments[n] as new_employment_id, s.former_agency_id, s.title,
                    s.position_level, s.valid, s.rater_nip
                from unnest(v_moves) n
                join appraisal_segment s on s.agency_id = p_from[n] and s.cycle_id = v_cycle.cycle_id
                    and s.employment_id = p_employments[n] and s.former_agency_id is not null
                where p_from[n] = v_agency_id
                union all
                select p_to[n], p_new_employments[n], v_agency_id, t.title, t.position_level,
                    a.valid * v_cycle.period,
                    case when r.head = p_employments[n] then r.above_nip else r.head_nip end
                from unnest(v_moves) n
                join assignment a on a.agency_id = v_agency_id and a.employment_id = p_employments[n]
                    and a.kind = 'definitive' and a.valid && v_cycle.period
                join post t on t.agency_id = a.agency_id and t.post_id = a.post_id
                left join post_former h on h.agency_id = t.agency_id and h.post_id = t.post_id
                    and h.valid @> (p_day - 1)
                left join raters(v_agency_id, p_day - 1) r on r.org_unit_id = coalesce(h.org_unit_id, t.org_unit_id)
                where p_from[n] = v_agency_id
            ) f;
        end loop;
        insert into rating_event (
            agency_id, cycle_id, employment_id, work_result, work_behaviour, rater_nip, segment, source
        )
        select p_to[m], e.cycle_id, p_new_employments[m], e.work_result, e.work_behaviour, e.rater_nip, n.segment,
            'moved'
        from unnest(v_moves) m
        join rating_event e on e.agency_id = p_from[m] and e.cycle_id = v_cycle.cycle_id
            and e.employment_id = p_employments[m]
        left join appraisal_segment o on o.agency_id = p_from[m] and o.cycle_id = e.cycle_id
            and o.employment_id = p_employments[m] and o.segment = e.segment
        -- The same segment; a rating of the whole period goes to each segment of its rater, or else to all that
        -- existed.
        left join appraisal_segment n on n.agency_id = p_to[m] and n.cycle_id = e.cycle_id
            and n.employment_id = p_new_employments[m]
            and case
                when o.segment is not null then lower(n.valid) = lower(o.valid)
                else n.rater_nip = e.rater_nip or not exists (
                    select from appraisal_segment s
                    where s.agency_id = p_to[m] and s.cycle_id = e.cycle_id and s.employment_id = p_new_employments[m]
                        and s.rater_nip = e.rater_nip
                )
            end
        order by e.rating_event_id;
    end loop;
end
$$;

-- The appraisals in one receiving agency; returns the places of the moves that have one there.
create or replace function begin_carried_appraisals(
    p_agency_id integer, p_from integer[], p_to integer[], p_employments bigint[], p_new_employments bigint[],
    p_day date, p_cycle_id integer, p_closed integer[]
) returns integer[]
language sql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
    with begun as (
        insert into appraisal (
            agency_id, cycle_id, employment_id, post_id, position_level, job_class, grade_rank_id, rater_nip
        )
        select distinct on (m.new_employment_id) p_agency_id, p_cycle_id, m.new_employment_id, t.post_id,
            t.position_level, t.job_class, f.grade_rank_id,
            case when r.head = m.new_employment_id then r.above_nip else r.head_nip end
        from unnest(p_from, p_to, p_employments, p_new_employments)
            m (agency_id, to_agency_id, employment_id, new_employment_id)
        join appraisal f on f.agency_id = m.agency_id and f.cycle_id = p_cycle_id
            and f.employment_id = m.employment_id
        join assignment n on n.agency_id = p_agency_id and n.employment_id = m.new_employment_id
            and n.kind = 'definitive'
        join post t on t.agency_id = n.agency_id and t.post_id = n.post_id
        left join post_former h on h.agency_id = t.agency_id and h.post_id = t.post_id and h.valid @> p_day
        left join raters(p_agency_id, p_day) r on r.org_unit_id = coalesce(h.org_unit_id, t.org_unit_id)
        where m.to_agency_id = p_agency_id and m.agency_id <> p_agency_id and m.agency_id <> all (p_closed)
        order by m.new_employment_id, lower(n.valid)
        returning employment_id
    )
    select coalesce(array_agg(m.n::integer order by m.n), '{}')
    from unnest(p_to, p_new_employments) with ordinality m (to_agency_id, employment_id, n)
    join begun b on b.employment_id = m.employment_id
    where m.to_agency_id = p_agency_id
$$;
