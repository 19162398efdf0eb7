-- The four phases of a cycle, each one set-based statement over a range of one agency's employments.
-- Called by the worker in an agency's scope; each returns how many people it handled.

-- The reference check of the tables that phases fill: once a statement, not once a row. The argument is the table in
-- which the same (agency_id, cycle_id, employment_id) must stand, or none for the tables that start from an employment.
-- Scalar sub-selects, since an anti-join would read the whole table for each chunk.
create or replace function require_source_row() returns trigger
language plpgsql
volatile
set search_path from current
as $$
declare
    orphaned boolean;
begin
    if tg_nargs = 0 then
        select exists (
            select from added a
            where (
                select e.agency_id from employment e
                where e.agency_id = a.agency_id and e.employment_id = a.employment_id
            ) is null
        ) or exists (
            select from (select distinct cycle_id from added) a
            where not exists (select from cycle c where c.cycle_id = a.cycle_id)
        ) into orphaned;
    else
        execute format(
            'select exists (
                select from added a
                where (
                    select s.agency_id from %I s
                    where s.agency_id = a.agency_id
                        and s.cycle_id = a.cycle_id
                        and s.employment_id = a.employment_id
                ) is null
            )', tg_argv[0]) into orphaned;
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

-- open: everybody employed with a definitive post on the day. Who has none is left out, and listed by the caller.
create or replace function open_appraisals(
    p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint
) returns integer
language plpgsql
volatile
set search_path from current
as $$
declare
    v_day date := phase_day(p_cycle_id, 'open');
    v_count integer;
begin
    insert into appraisal (agency_id, cycle_id, employment_id, post_id, position_level, job_class, grade_rank_id)
    select e.agency_id, p_cycle_id, e.employment_id, t.post_id, t.position_level, t.job_class, p.grade_rank_id
    from employment e
    -- A look-up by index for each person: fresh tables have no statistics yet, and a join over them can go wrong.
    cross join lateral (
        select a.post_id from assignment a
        where a.agency_id = e.agency_id and a.employment_id = e.employment_id
            and a.kind = 'definitive' and a.valid @> v_day
        limit 1
    ) a
    cross join lateral (
        select t.post_id, t.position_level, t.job_class from post t
        where t.agency_id = e.agency_id and t.post_id = a.post_id
        limit 1
    ) t
    cross join lateral (
        select p.grade_rank_id from person p
        where p.agency_id = e.agency_id and p.person_id = e.person_id
        limit 1
    ) p
    where e.agency_id = p_agency_id
        and e.employment_id between p_first and p_last
        and e.valid @> v_day;
    get diagnostics v_count = row_count;
    return v_count;
end
$$;

-- close: the newest rating counts; who has none is missing, which is a row with nulls and never a zero.
create or replace function close_appraisals(
    p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint
) returns integer
language plpgsql
volatile
set search_path from current
as $$
declare
    v_count integer;
begin
    perform lock_ratings(p_agency_id, p_cycle_id, true);
    insert into appraisal_closing
        (agency_id, cycle_id, employment_id, rating_event_id, work_result, work_behaviour)
    select a.agency_id, a.cycle_id, a.employment_id, r.rating_event_id, r.work_result, r.work_behaviour
    from appraisal a
    -- Look-ups by index, as in open_appraisals.
    left join lateral (
        select e.rating_event_id, e.work_result, e.work_behaviour
        from rating_event e
        where e.agency_id = a.agency_id and e.cycle_id = a.cycle_id and e.employment_id = a.employment_id
        order by e.rating_event_id desc limit 1
    ) r on true
    where a.agency_id = p_agency_id
        and a.cycle_id = p_cycle_id
        and a.employment_id between p_first and p_last;
    get diagnostics v_count = row_count;
    return v_count;
end
$$;

-- score: the rating from the nine-row matrix of the cycle's rule set (PermenPANRB 6/2022).
create or replace function score_appraisals(
    p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint
) returns integer
language plpgsql
volatile
set search_path from current
as $$
declare
    v_rule_set text := (select rule_set from cycle where cycle_id = p_cycle_id);
    v_count integer;
begin
    insert into appraisal_score (agency_id, cycle_id, employment_id, rating, rule_set)
    select c.agency_id, c.cycle_id, c.employment_id, m.rating, m.rule_set
    from appraisal_closing c
    join rating_matrix m
        on m.rule_set = v_rule_set
        and m.work_result = c.work_result
        and m.work_behaviour = c.work_behaviour
    where c.agency_id = p_agency_id
        and c.cycle_id = p_cycle_id
        and c.employment_id between p_first and p_last;
    get diagnostics v_count = row_count;
    return v_count;
end
$$;

-- place: performance level from the rating, potential from the known components by their weights (Keputusan Kepala BKN
-- 411/2025), box from the nine-box table (PermenPANRB 20/2025). Assessments count for `assessment_years`; with fewer
-- kinds of them known than `minimum_assessments` there is no potential level, hence no box.
create or replace function place_talent(
    p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint
) returns integer
language plpgsql
volatile
set search_path from current
as $$
declare
    v_day date := phase_day(p_cycle_id, 'place');
    v_rule_set text := (select rule_set from cycle where cycle_id = p_cycle_id);
    v_oldest date;
    v_minimum integer;
    v_medium integer;
    v_high integer;
    v_competency integer;
    v_potential integer;
    v_education integer;
    v_experience integer;
    v_count integer;
begin
    select v_day - make_interval(years => max(value) filter (where name = 'assessment_years')),
        max(value) filter (where name = 'minimum_assessments')
    into strict v_oldest, v_minimum
    from setting where rule_set = v_rule_set;
    select max(at_least) filter (where level = 2), max(at_least) filter (where level = 3)
    into strict v_medium, v_high
    from threshold where rule_set = v_rule_set and axis = 'potential';
    select max(weight) filter (where component = 'competency'),
        max(weight) filter (where component = 'potential'),
        max(weight) filter (where component = 'education'),
        max(weight) filter (where component = 'experience')
    into strict v_competency, v_potential, v_education, v_experience
    from scoring_weight where rule_set = v_rule_set and axis = 'potential';

    insert into talent_placement (
        agency_id, cycle_id, employment_id, performance_level, potential_level, box, potential_score, known_weight,
        competency, potential, education, experience, rule_set
    )
    select s.agency_id, s.cycle_id, s.employment_id, pl.level, l.level, b.box,
        case when l.level is not null then x.score end, x.known,
        r.competency, r.potential, ed.score, ex.score, v_rule_set
    from appraisal_score s
    join performance_level pl on pl.rule_set = v_rule_set and pl.rating = s.rating
    cross join lateral (
        select p.education_level_id
        from employment e
        join person p on p.agency_id = e.agency_id and p.person_id = e.person_id
        where e.agency_id = s.agency_id and e.employment_id = s.employment_id
        limit 1
    ) p
    -- Look-ups by index, as in open_appraisals.
    cross join lateral (
        select
            (
                select score from assessment_result a
                where a.agency_id = s.agency_id and a.employment_id = s.employment_id and a.kind = 'competency'
                    and a.assessed_on <= v_day and a.assessed_on > v_oldest
                order by a.assessed_on desc limit 1
            ) as competency,
            (
                select score from assessment_result a
                where a.agency_id = s.agency_id and a.employment_id = s.employment_id and a.kind = 'potential'
                    and a.assessed_on <= v_day and a.assessed_on > v_oldest
                order by a.assessed_on desc limit 1
            ) as potential,
            (
                select extract(year from age(v_day, lower(a.valid)))::integer from assignment a
                where a.agency_id = s.agency_id and a.employment_id = s.employment_id
                    and a.kind = 'definitive' and a.valid @> v_day
                limit 1
            ) as years
        offset 0
    ) r
    left join (
        select at_least, lead(at_least, 1, 32767::smallint) over (order by at_least) as below, score
        from sub_score where rule_set = v_rule_set and component = 'education'
    ) ed on p.education_level_id >= ed.at_least and p.education_level_id < ed.below
    left join (
        select at_least, lead(at_least, 1, 32767::smallint) over (order by at_least) as below, score
        from sub_score where rule_set = v_rule_set and component = 'experience'
    ) ex on r.years >= ex.at_least and r.years < ex.below
    cross join lateral (
        select w.known, case when w.known > 0 then round(w.total / w.known, 2) end as score
        from (
            select
                (case when r.competency is null then 0 else v_competency end
                    + case when r.potential is null then 0 else v_potential end
                    + case when ed.score is null then 0 else v_education end
                    + case when ex.score is null then 0 else v_experience end)::smallint as known,
                coalesce(r.competency, 0) * v_competency + coalesce(r.potential, 0) * v_potential
                    + coalesce(ed.score, 0) * v_education + coalesce(ex.score, 0) * v_experience as total
        ) w
    ) x
    cross join lateral (
        select (case
            when num_nonnulls(r.competency, r.potential) < v_minimum then null
            when x.score >= v_high then 3
            when x.score >= v_medium then 2
            else 1
        end)::smallint as level
    ) l
    left join talent_box b
        on b.rule_set = v_rule_set and b.performance_level = pl.level and b.potential_level = l.level
    where s.agency_id = p_agency_id
        and s.cycle_id = p_cycle_id
        and s.employment_id between p_first and p_last;
    get diagnostics v_count = row_count;
    return v_count;
end
$$;

grant execute on function rating_lock to {city}_definer;
grant execute on function phase_day to {city}_pool, {city}_personnel;
grant execute on function open_appraisals, close_appraisals, score_appraisals, place_talent to {city}_pool;
