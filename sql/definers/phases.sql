-- Owner: {city}_appraiser
-- The phases of a cycle that make rows for people, each one set-based statement over a range of one agency's
-- employments. Results change only through these functions and those of revision.sql. They run as {city}_appraiser, a
-- role that nobody can take and that is bound to the agency of the transaction like the pool; each returns how many
-- people it handled.
--
-- Joins are of ranges of one agency, by hash or merge: fresh tables have no statistics, and where a plan takes a table
-- for empty, a nested loop reads it once for each person. No statement runs long enough to be worth compiling.

-- A phase makes its rows while the worker has claimed a chunk of it, and at no other time.
create or replace function require_phase(
    p_agency_id integer, p_cycle_id integer, p_phase text, p_first bigint default null, p_last bigint default null
) returns void
language plpgsql
stable
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    if not exists (
        select from cycle y
        join run r on r.kind = 'cycle_phase' and r.subject = y.code and r.step = p_phase
        join run_chunk c on c.agency_id = p_agency_id and c.run_id = r.run_id and c.state = 'running'
            and (c.first_key is null or p_first is null or c.first_key <= p_first and p_last <= c.last_key)
        where y.cycle_id = p_cycle_id
    ) then
        raise exception 'phase % of the cycle is not under way in this agency', p_phase
            using errcode = 'MU103', detail = jsonb_build_object('phase', p_phase)::text;
    end if;
end
$$;

-- open: everybody employed with a definitive post on the day. People without one, or who do not serve, are out, with
-- the reason. Nothing is known about posts before the first one on record: that one stands for them, because otherwise
-- no past cycle could be taken over from another system.
create or replace function open_appraisals(
    p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint
) returns integer
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
set enable_nestloop = off
set jit = off
as $$
declare
    v_day date := phase_day(p_cycle_id, 'open');
    v_away bigint[];
    v_first_person bigint;
    v_last_person bigint;
    v_people integer;
    v_count integer;
begin
    perform require_phase(p_agency_id, p_cycle_id, 'open', p_first, p_last);
    select min(person_id), max(person_id), count(*) into v_first_person, v_last_person, v_people
    from employment
    where agency_id = p_agency_id and employment_id between p_first and p_last and valid @> v_day;

    v_away := people_not_appraised(p_agency_id, p_first, p_last, v_first_person, v_last_person, v_day);
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
    left join post_former f on f.agency_id = t.agency_id and f.post_id = t.post_id and f.valid @> v_day
    left join raters(p_agency_id, v_day) r on r.org_unit_id = coalesce(f.org_unit_id, t.org_unit_id)
    where e.agency_id = p_agency_id and e.employment_id between p_first and p_last and e.valid @> v_day
        and (a.valid @> v_day or lower(a.valid) > v_day)
        and p.agency_id = p_agency_id and p.person_id between v_first_person and v_last_person
        and e.employment_id <> all (v_away);
    get diagnostics v_count = row_count;
    if v_count < v_people then
        insert into appraisal_exclusion (agency_id, cycle_id, employment_id, reason)
        select e.agency_id, p_cycle_id, e.employment_id,
            case when e.employment_id = any (v_away) then 'not_serving' else 'no_post' end
        from employment e
        left join appraisal a on a.agency_id = e.agency_id and a.employment_id = e.employment_id
            and a.cycle_id = p_cycle_id and a.employment_id between p_first and p_last
        where e.agency_id = p_agency_id and e.employment_id between p_first and p_last and e.valid @> v_day
            and a.employment_id is null;
    end if;
    return v_count;
end
$$;

-- remind: people without a rating, and the person expected to give it. Returns how many were looked at.
create or replace function remind_raters(
    p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint
) returns integer
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
set enable_nestloop = off
set jit = off
as $$
declare
    v_count integer;
begin
    perform require_phase(p_agency_id, p_cycle_id, 'remind', p_first, p_last);
    perform bring_segments(p_agency_id, p_cycle_id, p_first, p_last, phase_day(p_cycle_id, 'remind'));
    insert into appraisal_reminder (agency_id, cycle_id, employment_id, rater_nip)
    select a.agency_id, a.cycle_id, a.employment_id, r.rater_nip
    from appraisal a
    join expected_raters(p_agency_id, p_cycle_id, p_first, p_last, phase_day(p_cycle_id, 'remind')) r
        on r.employment_id = a.employment_id
    where a.agency_id = p_agency_id and a.cycle_id = p_cycle_id and a.employment_id between p_first and p_last
        and not exists (
            select from rating_event e
            where e.agency_id = p_agency_id and e.cycle_id = p_cycle_id and e.employment_id = a.employment_id
                and e.employment_id between p_first and p_last
        )
        and not exists (
            select from appraisal_exclusion x
            where x.agency_id = p_agency_id and x.cycle_id = p_cycle_id and x.employment_id = a.employment_id
                and x.employment_id between p_first and p_last and x.lifted_at is null
        )
    on conflict (agency_id, cycle_id, employment_id) do nothing;
    select count(*) into v_count from appraisal a
    where a.agency_id = p_agency_id and a.cycle_id = p_cycle_id and a.employment_id between p_first and p_last;
    return v_count;
end
$$;

-- close: the newest rating counts; for people who changed posts, the combined one. A missing rating is a row with nulls
-- and never a zero. People who moved away are closed by the agency that took them over.
create or replace function close_appraisals(
    p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint
) returns integer
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
set enable_nestloop = off
set jit = off
as $$
declare
    v_parted bigint[];
    v_moved bigint[];
    v_count integer;
begin
    perform require_phase(p_agency_id, p_cycle_id, 'close', p_first, p_last);
    perform lock_ratings(p_agency_id, p_cycle_id, 'close');
    perform bring_segments(p_agency_id, p_cycle_id, p_first, p_last, 'infinity');
    select coalesce(array_agg(distinct employment_id), '{}') into v_parted from appraisal_segment
    where agency_id = p_agency_id and cycle_id = p_cycle_id and employment_id between p_first and p_last;
    select coalesce(array_agg(employment_id), '{}') into v_moved from appraisal_exclusion
    where agency_id = p_agency_id and cycle_id = p_cycle_id and employment_id between p_first and p_last
        and lifted_at is null;

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

-- The rating from the nine-row matrix of the rule set (PermenPANRB 6/2022), for people with a closed rating and without
-- a score that counts. `p_revised`: the version is that of the person's newest revision, otherwise the closed rating's.
create or replace function score_results(
    p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint, p_rule_set text default null,
    p_revised boolean default false
) returns integer
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
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

-- Keeps the scores of the day on which the phase place was due. `p_revised` as in score_results.
create or replace function place_results(
    p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint, p_rule_set text default null,
    p_revised boolean default false
) returns integer
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
declare
    v_day date := phase_day(p_cycle_id, 'place');
    v_rule_set text := coalesce(p_rule_set, (select rule_set from cycle where cycle_id = p_cycle_id));
    v_count integer;
begin
    insert into talent_placement (
        agency_id, cycle_id, employment_id, version, performance_level, potential_level, box, performance_score,
        performance_known, potential_score, potential_known, rating, award, team_duty, feedback, competency,
        development, experience, potential, education, field_match, discipline, inputs, rule_set, placed_as_of
    )
    select p_agency_id, p_cycle_id, t.employment_id, t.version, t.performance_level, t.potential_level, t.box,
        t.performance_score, t.performance_known, t.potential_score, t.potential_known, t.rating, t.award, t.team_duty,
        t.feedback, t.competency, t.development, t.experience, t.potential, t.education, t.field_match, t.discipline,
        t.inputs, v_rule_set, v_day
    from talent_scores(
        p_agency_id, p_first, p_last, v_day, v_rule_set, p_cycle_id, p_revised => p_revised
    ) t;
    get diagnostics v_count = row_count;
    return v_count;
end
$$;

-- score
create or replace function score_appraisals(
    p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint
) returns integer
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    perform require_phase(p_agency_id, p_cycle_id, 'score', p_first, p_last);
    return score_results(p_agency_id, p_cycle_id, p_first, p_last);
end
$$;

-- place
create or replace function place_talent(
    p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint
) returns integer
language plpgsql
volatile
security definer
set search_path = pg_catalog, {city}, pg_temp
as $$
begin
    perform require_phase(p_agency_id, p_cycle_id, 'place', p_first, p_last);
    return place_results(p_agency_id, p_cycle_id, p_first, p_last);
end
$$;

-- Functions with these names in older versions of this file, open to the pool.
drop function if exists score_appraisals(integer, integer, bigint, bigint, text, boolean);
drop function if exists place_talent(integer, integer, bigint, bigint, text, boolean);

grant execute on function open_appraisals, remind_raters, close_appraisals, score_appraisals, place_talent
    to {city}_pool;
