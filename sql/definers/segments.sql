-- Owner: {city}_appraiser
-- The parts of a period, for people who changed posts in it.

-- The parts of the period, up to a day, for people who changed posts in it. A part in a former agency came along with
-- the move.
create or replace function bring_segments(
    p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint, p_until date
) returns void
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
-- Few people, each looked up by index; also where the caller's settings forbid such plans.
set enable_nestloop = on
set jit = off
as $$
declare
    v_period daterange := (
        select period * daterange(null, p_until, '[]') from cycle where cycle_id = p_cycle_id
    );
    v_changed bigint[];
begin
    select array_agg(c.employment_id) into v_changed
    from (
        select a.employment_id
        from assignment a
        where a.agency_id = p_agency_id and a.employment_id between p_first and p_last
            and a.kind = 'definitive' and a.valid && v_period
        group by a.employment_id
        having count(*) > 1
        union
        select s.employment_id
        from appraisal_segment s
        where s.agency_id = p_agency_id and s.cycle_id = p_cycle_id and s.employment_id between p_first and p_last
    ) c;
    if v_changed is null then
        return;
    end if;
    insert into appraisal_segment (
        agency_id, cycle_id, employment_id, segment, post_id, title, position_level, valid, rater_nip
    )
    with part as (
        select a.employment_id, a.post_id, a.valid * v_period as valid, upper(a.valid * v_period) - 1 as last
        from unnest(v_changed) c (employment_id)
        join appraisal o on o.agency_id = p_agency_id and o.cycle_id = p_cycle_id and o.employment_id = c.employment_id
        join assignment a on a.agency_id = p_agency_id and a.employment_id = c.employment_id
            and a.kind = 'definitive' and a.valid && v_period
    ), rater as materialized (
        select d.last, r.* from (select distinct last from part) d cross join lateral raters(p_agency_id, d.last) r
    )
    select p_agency_id, p_cycle_id, a.employment_id,
        coalesce(f.segments, 0) + row_number() over (partition by a.employment_id order by a.valid),
        t.post_id, t.title, t.position_level, a.valid,
        case when r.head = a.employment_id then r.above_nip else r.head_nip end
    from part a
    join post t on t.agency_id = p_agency_id and t.post_id = a.post_id
    left join post_former h on h.agency_id = p_agency_id and h.post_id = a.post_id and h.valid @> a.last
    left join rater r on r.last = a.last and r.org_unit_id = coalesce(h.org_unit_id, t.org_unit_id)
    left join lateral (
        select count(*)::integer as segments from appraisal_segment s
        where s.agency_id = p_agency_id and s.cycle_id = p_cycle_id and s.employment_id = a.employment_id
            and s.former_agency_id is not null
    ) f on true
    on conflict (agency_id, cycle_id, employment_id, segment) do update
    set post_id = excluded.post_id, title = excluded.title, position_level = excluded.position_level,
        valid = excluded.valid, rater_nip = coalesce(excluded.rater_nip, appraisal_segment.rater_nip)
    where (appraisal_segment.post_id, appraisal_segment.title, appraisal_segment.position_level,
            appraisal_segment.valid)
        is distinct from (excluded.post_id, excluded.title, excluded.position_level, excluded.valid)
        or (appraisal_segment.rater_nip is null and excluded.rater_nip is not null);
end
$$;

-- The same for the rater of a part: until the agency has closed the cycle.
create or replace function refresh_segments(
    p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint, p_until date
) returns void
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    if not phase_began(p_agency_id, p_cycle_id, 'close') then
        perform bring_segments(p_agency_id, p_cycle_id, p_first, p_last, p_until);
    end if;
end
$$;

grant execute on function refresh_segments to {city}_pool;
