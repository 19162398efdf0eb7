-- Reads about a cycle's people: the day of a phase, raters, segments' ratings, versions.

-- The city's day on which a phase was due: the phase uses the facts of that day, however late the run is.
create or replace function phase_day(p_cycle_id integer, p_phase text) returns date
language sql
stable
set search_path from current
as $$
    select city_day(due_at)
    from cycle_phase
    where cycle_id = p_cycle_id and phase = p_phase
$$;

-- The parts of the lock that keeps ratings and the close of a cycle in one agency apart: see hold_ratings().
create or replace function rating_locks(p_agency_id integer, p_cycle_id integer) returns bigint[]
language sql
immutable
parallel safe
set search_path from current
as $$
    select array_agg(hashtextextended(format('mutasi rating %s %s %s', p_agency_id, p_cycle_id, part), 0) order by part)
    from generate_series(1, 4) part
$$;

-- The rater of each unit's people on a day: the head of the unit; a head is rated by the head of the nearest unit above
-- that another person heads, so that nobody is the own rater, however the units are entered. Units and posts are those
-- of the day.
create or replace function raters(p_agency_id integer, p_day date)
returns table (org_unit_id bigint, head bigint, head_nip text, above_nip text)
language plpgsql
stable
set search_path from current
as $$
#variable_conflict use_column
begin
    return query
    with recursive head as materialized (
        select distinct on (coalesce(f.org_unit_id, t.org_unit_id))
            coalesce(f.org_unit_id, t.org_unit_id) as org_unit_id, a.employment_id, p.nip
        from post t
        left join post_former f on f.agency_id = t.agency_id and f.post_id = t.post_id and f.valid @> p_day
        join position_level l on l.position_level = t.position_level
        join assignment a on a.agency_id = t.agency_id and a.post_id = t.post_id and a.valid @> p_day
        join employment e on e.agency_id = a.agency_id and e.employment_id = a.employment_id
        join known_person p on p.agency_id = e.agency_id and p.person_id = e.person_id
        where t.agency_id = p_agency_id and (t.echelon is not null or t.title ~* '^kepala ')
            and a.kind <> 'additional'
        -- Functional officials head schools and health centres; an acting head counts where the post has no holder.
        order by coalesce(f.org_unit_id, t.org_unit_id), t.echelon is null, l.ordinal, a.kind <> 'definitive',
            t.post_id, a.assignment_id
    ), unit as materialized (
        select u.org_unit_id, u.siasn_id,
            case when f.org_unit_id is null then u.parent_siasn_id else f.parent_siasn_id end as parent_siasn_id
        from org_unit u
        left join org_unit_former f on f.agency_id = u.agency_id and f.org_unit_id = u.org_unit_id and f.valid @> p_day
        where u.agency_id = p_agency_id
    ), above as (
        select u.org_unit_id, u.siasn_id, u.parent_siasn_id, 0 as distance from unit u
        union all
        select a.org_unit_id, u.siasn_id, u.parent_siasn_id, a.distance + 1
        from above a
        join unit u on u.siasn_id = a.parent_siasn_id
        -- A circle that an older version let in ends the way up.
        where a.distance < 12
    ), chain as (
        select a.org_unit_id, a.distance, h.employment_id, h.nip
        from above a
        join unit u on u.siasn_id = a.siasn_id
        join head h on h.org_unit_id = u.org_unit_id
    ), nearest as (
        select distinct on (c.org_unit_id) c.org_unit_id, c.employment_id, c.nip
        from chain c order by c.org_unit_id, c.distance
    ), other as (
        select distinct on (c.org_unit_id) c.org_unit_id, c.nip
        from chain c
        join nearest n on n.org_unit_id = c.org_unit_id and n.employment_id <> c.employment_id
        order by c.org_unit_id, c.distance
    )
    select n.org_unit_id, n.employment_id, n.nip, o.nip
    from nearest n
    left join other o on o.org_unit_id = n.org_unit_id;
end
$$;

-- Whom a cycle expects to rate on a day: the rater on record, and when that person no longer serves in the agency, who
-- leads the unit then: the acting head, or else the head of the nearest unit above.
create or replace function expected_raters(
    p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint, p_day date
)
returns table (employment_id bigint, rater_nip text)
language plpgsql
stable
set search_path from current
as $$
#variable_conflict use_column
declare
    v_gone text[];
begin
    select coalesce(array_agg(o.rater_nip), '{}') into v_gone
    from (
        select distinct a.rater_nip from appraisal a
        where a.agency_id = p_agency_id and a.cycle_id = p_cycle_id and a.employment_id between p_first and p_last
            and a.rater_nip is not null
    ) o
    where not exists (
        select from person p
        join employment e on e.agency_id = p.agency_id and e.person_id = p.person_id and e.valid @> p_day
        where p.agency_id = p_agency_id and p.nip = o.rater_nip
            and (e.agency_id, e.employment_id) not in (
                select l.agency_id, l.employment_id from people_lacking('serves', p_day) l
            )
    );
    if v_gone = '{}' then
        return query
        select a.employment_id, a.rater_nip from appraisal a
        where a.agency_id = p_agency_id and a.cycle_id = p_cycle_id and a.employment_id between p_first and p_last;
        return;
    end if;
    return query
    select a.employment_id, case
            when a.rater_nip is null or a.rater_nip <> all (v_gone) then a.rater_nip
            when r.head = a.employment_id then r.above_nip
            else r.head_nip
        end
    from appraisal a
    join post t on t.agency_id = a.agency_id and t.post_id = a.post_id and t.agency_id = p_agency_id
    left join raters(p_agency_id, p_day) r on r.org_unit_id = t.org_unit_id
    where a.agency_id = p_agency_id and a.cycle_id = p_cycle_id and a.employment_id between p_first and p_last;
end
$$;

-- The rating of a period from its segments: the mean of the rated ones, weighted by days, rounded to the nearest
-- expectation; a tie goes to the worse rating. Null where too small a part of the days is rated (setting
-- minimum_segment_share).
create or replace function combined_rating(
    p_agency_id integer, p_cycle_id integer, p_employment_id bigint
) returns table (rating_event_id bigint, work_result smallint, work_behaviour smallint)
language sql
stable
set search_path from current
as $$
    with part as (
        select s.segment, upper(s.valid) - lower(s.valid) as days, e.rating_event_id, e.work_result, e.work_behaviour
        from appraisal_segment s
        left join lateral (
            select e.rating_event_id, e.work_result, e.work_behaviour
            from rating_event e
            where e.agency_id = s.agency_id and e.cycle_id = s.cycle_id and e.employment_id = s.employment_id
                and (
                    e.segment = s.segment
                    -- A rating of the whole period counts for the segments of its rater. If the rater has none, it
                    -- counts for all segments.
                    or e.segment is null and (
                        e.rater_nip = s.rater_nip
                        or not exists (
                            select from appraisal_segment o
                            where o.agency_id = s.agency_id and o.cycle_id = s.cycle_id
                                and o.employment_id = s.employment_id and o.rater_nip = e.rater_nip
                        )
                    )
                )
            -- A rating of the segment, or by its rater, comes before one by another person.
            order by e.segment is not null or e.rater_nip is not distinct from s.rater_nip desc, e.rating_event_id desc
            limit 1
        ) e on true
        where s.agency_id = p_agency_id and s.cycle_id = p_cycle_id and s.employment_id = p_employment_id
            and not isempty(s.valid)
    ), whole as (
        select max(p.rating_event_id) as rating_event_id,
            sum(p.days) filter (where p.rating_event_id is not null) as rated,
            sum(p.days) as days,
            sum(p.days * p.work_result) as result,
            sum(p.days * p.work_behaviour) as behaviour
        from part p
    )
    select w.rating_event_id, ((2 * w.result + w.rated) / (2 * w.rated))::smallint,
        ((2 * w.behaviour + w.rated) / (2 * w.rated))::smallint
    from whole w
    where w.rated > 0 and w.rated * 100 >= w.days * (
        select s.value from setting s join cycle c on c.rule_set = s.rule_set
        where c.cycle_id = p_cycle_id and s.name = 'minimum_segment_share'
    )
$$;

create or replace function newest_version(p_agency_id integer, p_cycle_id integer, p_employment_id bigint)
returns smallint
language sql
stable
set search_path from current
as $$
    select coalesce(max(version), 1::smallint) from appraisal_revision
    where agency_id = p_agency_id and cycle_id = p_cycle_id and employment_id = p_employment_id
$$;

grant execute on function rating_locks to {city}_definer;
grant execute on function phase_day to {city}_pool, {city}_personnel, {city}_appraiser, {city}_carrier, {city}_guard;
grant execute on function newest_version to {city}_pool, {city}_personnel, {city}_appraiser;
grant execute on function raters to {city}_pool, {city}_personnel, {city}_appraiser, {city}_carrier;
grant execute on function expected_raters to {city}_pool, {city}_personnel, {city}_appraiser;
grant execute on function combined_rating to {city}_pool, {city}_appraiser;
