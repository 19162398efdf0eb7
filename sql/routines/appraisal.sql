-- The phases of a cycle that make rows for people, each one set-based statement over a range of one agency's employments.
-- Called by the worker in an agency's scope; each returns how many people it handled.

-- The reference check of the tables that phases fill: once a statement, not once a row. The argument is the table in
-- which the same (agency_id, cycle_id, employment_id) must stand, or none for the tables that start from an employment.
--
-- Here and in the phases joins are of ranges of one agency, by hash or merge: fresh tables have no statistics, and where a
-- plan takes a table for empty, a nested loop goes through it once for each person. No statement runs long enough to be
-- worth compiling.
create or replace function require_source_row() returns trigger
language plpgsql
volatile
set search_path from current
set enable_nestloop = off
set jit = off
as $$
declare
    v_from integer;
    v_to integer;
    v_first_cycle integer;
    v_last_cycle integer;
    v_first bigint;
    v_last bigint;
    orphaned boolean;
begin
    select min(agency_id), max(agency_id), min(cycle_id), max(cycle_id), min(employment_id), max(employment_id)
    into v_from, v_to, v_first_cycle, v_last_cycle, v_first, v_last
    from added;
    if tg_nargs = 0 then
        select exists (
            select from added a
            left join employment e on e.agency_id = a.agency_id and e.employment_id = a.employment_id
                and e.agency_id between v_from and v_to and e.employment_id between v_first and v_last
            where e.agency_id is null
        ) or exists (
            select from (select distinct cycle_id from added) a
            where not exists (select from cycle c where c.cycle_id = a.cycle_id)
        ) into orphaned;
    else
        execute format(
            'select exists (
                select from added a
                left join %I s on s.agency_id = a.agency_id and s.cycle_id = a.cycle_id
                    and s.employment_id = a.employment_id
                    and s.agency_id between $1 and $2 and s.cycle_id between $3 and $4
                    and s.employment_id between $5 and $6
                where s.agency_id is null
            )', tg_argv[0]) into orphaned using v_from, v_to, v_first_cycle, v_last_cycle, v_first, v_last;
    end if;
    if orphaned then
        raise exception 'a row of % refers to nothing in its agency', tg_table_name
            using errcode = 'foreign_key_violation', table = tg_table_name;
    end if;
    return null;
end
$$;

create or replace trigger require_source_row after insert on rating_event
    referencing new table as added for each statement execute function require_source_row();
create or replace trigger require_source_row after insert on appraisal
    referencing new table as added for each statement execute function require_source_row();
create or replace trigger require_source_row after insert on appraisal_closing
    referencing new table as added for each statement execute function require_source_row('appraisal');
create or replace trigger require_source_row after insert on appraisal_score
    referencing new table as added for each statement execute function require_source_row('appraisal_closing');
create or replace trigger require_source_row after insert on talent_placement
    referencing new table as added for each statement execute function require_source_row('appraisal_score');
create or replace trigger require_source_row after insert on appraisal_exclusion
    referencing new table as added for each statement execute function require_source_row();
create or replace trigger require_source_row after insert on appraisal_segment
    referencing new table as added for each statement execute function require_source_row('appraisal');
create or replace trigger require_source_row after insert on appraisal_reminder
    referencing new table as added for each statement execute function require_source_row('appraisal');
create or replace trigger require_source_row after insert on appraisal_revision
    referencing new table as added for each statement execute function require_source_row('appraisal_closing');
create or replace trigger require_source_row after insert on appraisal_receipt
    referencing new table as added for each statement execute function require_source_row('appraisal_closing');
create or replace trigger require_source_row after insert on objection
    referencing new table as added for each statement execute function require_source_row('appraisal_closing');

-- The city's day on which a phase was due: what was so on that day counts, however late the run.
create or replace function phase_day(p_cycle_id integer, p_phase text) returns date
language sql
stable
set search_path from current
as $$
    select (due_at at time zone 'Asia/Jakarta')::date
    from cycle_phase
    where cycle_id = p_cycle_id and phase = p_phase
$$;

-- The lock that keeps ratings and the close of a cycle in one agency apart: exclusive for a rating, shared for the close.
create or replace function rating_lock(p_agency_id integer, p_cycle_id integer) returns bigint
language sql
immutable
parallel safe
set search_path from current
as $$
    select hashtextextended(format('mutasi rating %s %s', p_agency_id, p_cycle_id), 0)
$$;

-- A rating that comes after the close is refused, whoever brings it.
create or replace function refuse_late_rating() returns trigger
language plpgsql
volatile
set search_path from current
as $$
declare
    v_key record;
begin
    for v_key in select distinct agency_id, cycle_id from added order by agency_id, cycle_id loop
        perform lock_ratings(v_key.agency_id, v_key.cycle_id);
        if exists (
            select from appraisal_closing c
            where c.agency_id = v_key.agency_id and c.cycle_id = v_key.cycle_id
        ) then
            raise exception 'the cycle is closed in this agency'
                using errcode = 'object_not_in_prerequisite_state', table = 'rating_event';
        end if;
    end loop;
    return null;
end
$$;

create or replace trigger refuse_late_rating after insert on rating_event
    referencing new table as added for each statement execute function refuse_late_rating();

-- Who rates the people of each unit on a day: the head of the unit, and of a head whoever heads the nearest unit above.
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
        select distinct on (t.org_unit_id) t.org_unit_id, a.employment_id, p.nip
        from post t
        join position_level l on l.position_level = t.position_level
        join assignment a on a.agency_id = t.agency_id and a.post_id = t.post_id and a.valid @> p_day
        join employment e on e.agency_id = a.agency_id and e.employment_id = a.employment_id
        join known_person p on p.agency_id = e.agency_id and p.person_id = e.person_id
        where t.agency_id = p_agency_id and (t.echelon is not null or t.title ~* '^kepala ')
        -- Heads of schools and health centres are functional officials; an acting head where the post has no holder.
        order by t.org_unit_id, t.echelon is null, l.ordinal, a.kind = 'acting', t.post_id, a.assignment_id
    ), above as (
        select u.org_unit_id, u.siasn_id, u.parent_siasn_id, 0 as distance
        from org_unit u where u.agency_id = p_agency_id
        union all
        select a.org_unit_id, u.siasn_id, u.parent_siasn_id, a.distance + 1
        from above a
        join org_unit u on u.agency_id = p_agency_id and u.siasn_id = a.parent_siasn_id
        -- A unit that stands above itself is a mistake of the import, and ends the way up.
        where a.distance < 12
    ), chain as (
        select a.org_unit_id, h.employment_id, h.nip,
            row_number() over (partition by a.org_unit_id order by a.distance) as place
        from above a
        join org_unit u on u.agency_id = p_agency_id and u.siasn_id = a.siasn_id
        join head h on h.org_unit_id = u.org_unit_id
    )
    select f.org_unit_id, f.employment_id, f.nip, s.nip
    from chain f
    left join chain s on s.org_unit_id = f.org_unit_id and s.place = 2
    where f.place = 1;
end
$$;

-- open: everybody employed with a definitive post on the day. Who has none, or does not serve, is out, with the reason. Of
-- posts before the first that is on record nothing is known: that one stands for them, or no cycle of the past could be
-- taken over from another system.
create or replace function open_appraisals(
    p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint
) returns integer
language plpgsql
volatile
set search_path from current
set enable_nestloop = off
set jit = off
as $$
declare
    v_day date := phase_day(p_cycle_id, 'open');
    v_not_serving text[] := not_serving();
    v_first_person bigint;
    v_last_person bigint;
    v_people integer;
    v_count integer;
begin
    select min(person_id), max(person_id), count(*) into v_first_person, v_last_person, v_people
    from employment
    where agency_id = p_agency_id and employment_id between p_first and p_last and valid @> v_day;

    insert into appraisal (
        agency_id, cycle_id, employment_id, post_id, position_level, job_class, grade_rank_id, rater_nip
    )
    with held as (
        -- The post of the day, or else the first on record.
        select distinct on (a.employment_id) a.employment_id, a.post_id, a.valid
        from assignment a
        where a.agency_id = p_agency_id and a.employment_id between p_first and p_last and a.kind = 'definitive'
        order by a.employment_id, a.valid @> v_day desc, lower(a.valid)
    )
    select e.agency_id, p_cycle_id, e.employment_id, t.post_id, t.position_level, t.job_class, p.grade_rank_id,
        case when r.head = e.employment_id then r.above_nip else r.head_nip end
    from employment e
    join held a on a.employment_id = e.employment_id
    join post t on t.agency_id = e.agency_id and t.post_id = a.post_id
    join known_person p on p.agency_id = e.agency_id and p.person_id = e.person_id
    left join raters(p_agency_id, v_day) r on r.org_unit_id = t.org_unit_id
    where e.agency_id = p_agency_id and e.employment_id between p_first and p_last and e.valid @> v_day
        and (a.valid @> v_day or lower(a.valid) > v_day)
        and p.agency_id = p_agency_id and p.person_id between v_first_person and v_last_person
        and coalesce(lower(p.legal_status) <> all (v_not_serving), true);
    get diagnostics v_count = row_count;
    if v_count < v_people then
        insert into appraisal_exclusion (agency_id, cycle_id, employment_id, reason)
        select e.agency_id, p_cycle_id, e.employment_id,
            case when lower(p.legal_status) = any (v_not_serving) then 'not_serving' else 'no_post' end
        from employment e
        left join known_person p on p.agency_id = e.agency_id and p.person_id = e.person_id
            and p.agency_id = p_agency_id and p.person_id between v_first_person and v_last_person
        left join appraisal a on a.agency_id = e.agency_id and a.employment_id = e.employment_id
            and a.cycle_id = p_cycle_id and a.employment_id between p_first and p_last
        where e.agency_id = p_agency_id and e.employment_id between p_first and p_last and e.valid @> v_day
            and a.employment_id is null;
    end if;
    return v_count;
end
$$;

-- The legal statuses (SIASN kedudukan hukum), in small letters, of those who do not serve: on unpaid leave, or suspended.
create or replace function not_serving() returns text[]
language sql
immutable
parallel safe
set search_path from current
as $$
    select array['cltn', 'cuti luar tanggungan negara', 'pemberhentian sementara']
$$;

-- The parts of the period of whoever changed posts in it, up to a day. A part in a former agency came along with the move.
create or replace function refresh_segments(
    p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint, p_until date
) returns void
language plpgsql
volatile
set search_path from current
-- Few people, each looked up by index; also where the caller wants no such plans.
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
    left join rater r on r.last = a.last and r.org_unit_id = t.org_unit_id
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

-- remind: who has no rating yet, and who is to give it. Returns how many were looked at.
create or replace function remind_raters(
    p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint
) returns integer
language plpgsql
volatile
set search_path from current
set enable_nestloop = off
set jit = off
as $$
declare
    v_count integer;
begin
    perform refresh_segments(p_agency_id, p_cycle_id, p_first, p_last, phase_day(p_cycle_id, 'remind'));
    insert into appraisal_reminder (agency_id, cycle_id, employment_id, rater_nip)
    select a.agency_id, a.cycle_id, a.employment_id, a.rater_nip
    from appraisal a
    where a.agency_id = p_agency_id and a.cycle_id = p_cycle_id and a.employment_id between p_first and p_last
        and not exists (
            select from rating_event e
            where e.agency_id = p_agency_id and e.cycle_id = p_cycle_id and e.employment_id = a.employment_id
                and e.employment_id between p_first and p_last
        )
        and not exists (
            select from appraisal_exclusion x
            where x.agency_id = p_agency_id and x.cycle_id = p_cycle_id and x.employment_id = a.employment_id
                and x.employment_id between p_first and p_last
        )
    on conflict (agency_id, cycle_id, employment_id) do nothing;
    select count(*) into v_count from appraisal a
    where a.agency_id = p_agency_id and a.cycle_id = p_cycle_id and a.employment_id between p_first and p_last;
    return v_count;
end
$$;

-- The rating of a period from its segments: mean by days of those that are rated, rounded to the nearest expectation, a
-- half towards the worse. Null where too small a part of the days is rated (setting minimum_segment_share).
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
                    -- A rating of the whole period is one of all segments of its rater; from somebody else, of all.
                    or e.segment is null and (
                        e.rater_nip = s.rater_nip
                        or not exists (
                            select from appraisal_segment o
                            where o.agency_id = s.agency_id and o.cycle_id = s.cycle_id
                                and o.employment_id = s.employment_id and o.rater_nip = e.rater_nip
                        )
                    )
                )
            -- The segment's own, or its rater's, before somebody else's.
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

-- close: the newest rating counts, of whoever changed posts the combined one; who has none is missing, which is a row with
-- nulls and never a zero. Whoever moved away is closed by the agency that took over.
create or replace function close_appraisals(
    p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint
) returns integer
language plpgsql
volatile
set search_path from current
set enable_nestloop = off
set jit = off
as $$
declare
    v_parted bigint[];
    v_moved bigint[];
    v_count integer;
begin
    perform lock_ratings(p_agency_id, p_cycle_id, true);
    perform refresh_segments(p_agency_id, p_cycle_id, p_first, p_last, 'infinity');
    select coalesce(array_agg(distinct employment_id), '{}') into v_parted from appraisal_segment
    where agency_id = p_agency_id and cycle_id = p_cycle_id and employment_id between p_first and p_last;
    select coalesce(array_agg(employment_id), '{}') into v_moved from appraisal_exclusion
    where agency_id = p_agency_id and cycle_id = p_cycle_id and employment_id between p_first and p_last;

    insert into appraisal_closing
        (agency_id, cycle_id, employment_id, rating_event_id, work_result, work_behaviour)
    select a.agency_id, a.cycle_id, a.employment_id, r.rating_event_id, r.work_result, r.work_behaviour
    from appraisal a
    left join (
        select distinct on (e.employment_id) e.employment_id, e.rating_event_id, e.work_result, e.work_behaviour
        from rating_event e
        where e.agency_id = p_agency_id and e.cycle_id = p_cycle_id and e.employment_id between p_first and p_last
        order by e.employment_id desc, e.rating_event_id desc
    ) r on r.employment_id = a.employment_id
    where a.agency_id = p_agency_id
        and a.cycle_id = p_cycle_id
        and a.employment_id between p_first and p_last
        and a.employment_id <> all (v_parted)
        and a.employment_id <> all (v_moved);
    get diagnostics v_count = row_count;
    if v_parted <> '{}' then
        insert into appraisal_closing
            (agency_id, cycle_id, employment_id, rating_event_id, work_result, work_behaviour)
        select p_agency_id, p_cycle_id, p.employment_id, r.rating_event_id, r.work_result, r.work_behaviour
        from unnest(v_parted) p (employment_id)
        left join lateral combined_rating(p_agency_id, p_cycle_id, p.employment_id) r on true
        where p.employment_id <> all (v_moved);
        v_count := v_count + cardinality(v_parted)
            - (select count(*) from unnest(v_parted) p (id) where p.id = any (v_moved));
    end if;
    return v_count;
end
$$;

-- score: the rating from the nine-row matrix of the rule set (PermenPANRB 6/2022), of those who have a closed rating and no
-- score that counts. `p_revised`: the version is that of the person's newest revision, else the closed rating's.
create or replace function score_appraisals(
    p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint, p_rule_set text default null,
    p_revised boolean default false
) returns integer
language plpgsql
volatile
set search_path from current
as $$
declare
    v_rule_set text := coalesce(p_rule_set, (select rule_set from cycle where cycle_id = p_cycle_id));
    v_count integer;
begin
    insert into appraisal_score (agency_id, cycle_id, employment_id, rating, rule_set, version)
    select c.agency_id, c.cycle_id, c.employment_id, m.rating, m.rule_set,
        case when p_revised then newest_version(c.agency_id, c.cycle_id, c.employment_id) else c.version end
    from appraisal_closing c
    join rating_matrix m
        on m.rule_set = v_rule_set
        and m.work_result = c.work_result
        and m.work_behaviour = c.work_behaviour
    where c.agency_id = p_agency_id
        and c.cycle_id = p_cycle_id
        and c.employment_id between p_first and p_last
        and not c.superseded
        and (
            not p_revised or (
                select s.employment_id from appraisal_score s
                where s.agency_id = c.agency_id and s.cycle_id = c.cycle_id and s.employment_id = c.employment_id
                    and not s.superseded
                limit 1
            ) is null
        );
    get diagnostics v_count = row_count;
    return v_count;
end
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

grant execute on function rating_lock to {city}_definer;
grant execute on function phase_day to {city}_pool, {city}_personnel, {city}_mover;
grant execute on function not_serving, newest_version to {city}_pool, {city}_personnel, {city}_agency;
grant execute on function raters to {city}_pool, {city}_personnel, {city}_mover;
grant execute on function open_appraisals, refresh_segments, remind_raters, combined_rating, close_appraisals,
    score_appraisals to {city}_pool;
