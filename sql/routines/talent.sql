-- The talent map: components from ratings, evidence and posts by the rule set, axes by its weights, levels by its
-- thresholds, box by its table (PermenPANRB 3/2020 as amended by 20/2025, Keputusan Kepala BKN 411/2025).

-- Components, axes and box of a range of employments, from what was true on a day. An unknown component is null, and
-- its axis' mean leaves out its weight. `p_cycle_id`: the cycle whose rating counts; null for the newest rating scored
-- by that day. `p_known_at`: only records that existed at that instant, and were not taken back by then, count.
create or replace function talent_scores(
    p_agency_id integer, p_first bigint, p_last bigint, p_day date, p_rule_set text, p_cycle_id integer,
    p_known_at timestamptz default 'infinity', p_revised boolean default false
) returns table (
    employment_id bigint, version smallint, performance_level smallint, potential_level smallint, box smallint,
    performance_score numeric, performance_known smallint, potential_score numeric, potential_known smallint,
    rating numeric, award numeric, team_duty numeric, feedback numeric, competency numeric, development numeric,
    experience numeric, potential numeric, education numeric, field_match numeric, discipline numeric, inputs bigint[]
)
language plpgsql stable
set search_path from current
-- As in phases.sql: joins of ranges of one agency.
set enable_nestloop = off set jit = off
-- A range's evidence is sorted in memory.
set work_mem = '32MB'
as $$
#variable_conflict use_column
declare
    v_setting jsonb := (select jsonb_object_agg(name, value) from setting where rule_set = p_rule_set);
    v_weight jsonb := (select jsonb_object_agg(component, weight) from scoring_weight where rule_set = p_rule_set);
    v_part jsonb := (select jsonb_object_agg(part, weight) from component_part where rule_set = p_rule_set);
    v_level jsonb := (
        select jsonb_object_agg(component || '/' || level, score) from level_score where rule_set = p_rule_set
    );
    v_assessed date := (p_day - make_interval(years => (v_setting ->> 'assessment_years')::integer))::date;
    v_awarded date := (p_day - make_interval(years => (v_setting ->> 'award_years')::integer))::date;
    v_served date := (p_day - make_interval(years => (v_setting ->> 'team_duty_years')::integer))::date;
    v_trained date := (p_day - make_interval(years => (v_setting ->> 'training_years')::integer))::date;
    v_disciplined date := (p_day - make_interval(years => (v_setting ->> 'discipline_years')::integer))::date;
    v_registered date := (p_day - make_interval(years => (v_setting ->> 'register_years')::integer))::date;
    v_minimum_assessments integer := (v_setting ->> 'minimum_assessments')::integer;
    -- Where the rating gives the level, more than all would have to be known for the score to give it.
    v_minimum_performance integer := case (v_setting ->> 'performance_level_basis')::integer
        when 1 then 101 else (v_setting ->> 'minimum_performance_weight')::integer end;
    -- The kinds for which a person without evidence is known to have none.
    v_registers text[] := (
        select coalesce(array_agg(distinct kind), '{}') from evidence_register
        where agency_id = p_agency_id and complete_to > v_registered and recorded_at <= p_known_at
    );
    v_rating integer := (v_weight ->> 'rating')::integer;
    v_award integer := (v_weight ->> 'award')::integer;
    v_team_duty integer := (v_weight ->> 'team_duty')::integer;
    v_feedback integer := (v_weight ->> 'feedback')::integer;
    v_competency integer := (v_weight ->> 'competency')::integer;
    v_development integer := (v_weight ->> 'development')::integer;
    v_experience integer := (v_weight ->> 'experience')::integer;
    v_potential integer := (v_weight ->> 'potential')::integer;
    v_education integer := (v_weight ->> 'education')::integer;
    v_field_match integer := (v_weight ->> 'field_match')::integer;
    v_discipline integer := (v_weight ->> 'discipline')::integer;
    v_certificate_part integer := (v_part ->> 'certificates')::integer;
    v_leadership_part integer := (v_part ->> 'leadership')::integer;
    v_time_part integer := (v_part ->> 'time_in_level')::integer;
    v_variety_part integer := (v_part ->> 'variety')::integer;
    v_acting_part integer := (v_part ->> 'acting')::integer;
    v_rating_score numeric[] := array[
        v_level ->> 'rating/sangat_baik', v_level ->> 'rating/baik', v_level ->> 'rating/butuh_perbaikan',
        v_level ->> 'rating/kurang', v_level ->> 'rating/sangat_kurang']::numeric[];
    v_no_award numeric := case when 'award' = any (v_registers) then (v_level ->> 'award/none')::numeric end;
    v_no_duty numeric := case when 'team_duty' = any (v_registers) then (v_level ->> 'team_duty/none')::numeric end;
    v_no_sanction numeric :=
        case when 'discipline' = any (v_registers) then (v_level ->> 'discipline/none')::numeric end;
    v_trainings_known boolean := 'training' = any (v_registers);
    -- One row of one post says nothing about the posts before it, unless the record is complete.
    v_one_unit numeric := case when 'posting' = any (v_registers) then (v_level ->> 'variety/one_unit')::numeric end;
    v_never_acting numeric := case when 'posting' = any (v_registers) then (v_level ->> 'acting/none')::numeric end;
    v_cross_agency numeric := (v_level ->> 'variety/cross_agency')::numeric;
    v_cross_unit numeric := (v_level ->> 'variety/cross_unit')::numeric;
    -- Steps: the number from which each score is due.
    v_education_from integer[]; v_education_score numeric[];
    v_certificates_from integer[]; v_certificates_score numeric[];
    v_leadership_from integer[]; v_leadership_score numeric[];
    v_time_from integer[]; v_time_score numeric[];
    v_first_person bigint;
    v_last_person bigint;
    v_high smallint[];
    v_medium smallint[];
begin
    -- Performance, then potential.
    select array_agg(at_least order by axis) filter (where level = 3),
        array_agg(at_least order by axis) filter (where level = 2)
    into strict v_high, v_medium from threshold where rule_set = p_rule_set;
    select array_agg(at_least order by at_least) filter (where component = 'education'),
        array_agg(score order by at_least) filter (where component = 'education'),
        array_agg(at_least order by at_least) filter (where component = 'certificates'),
        array_agg(score order by at_least) filter (where component = 'certificates'),
        array_agg(at_least order by at_least) filter (where component = 'leadership'),
        array_agg(score order by at_least) filter (where component = 'leadership'),
        array_agg(at_least order by at_least) filter (where component = 'time_in_level'),
        array_agg(score order by at_least) filter (where component = 'time_in_level')
    into strict v_education_from, v_education_score, v_certificates_from, v_certificates_score,
        v_leadership_from, v_leadership_score, v_time_from, v_time_score
    from sub_score where rule_set = p_rule_set;
    select min(person_id), max(person_id) into v_first_person, v_last_person
    from employment where agency_id = p_agency_id and employment_id between p_first and p_last;

    return query
    with rated as materialized (
        select s.employment_id, s.version, s.rating, o.position_level
        from appraisal_score s
        join appraisal o on o.agency_id = s.agency_id and o.cycle_id = s.cycle_id
            and o.employment_id = s.employment_id
        left join talent_placement t on p_revised
            and t.agency_id = p_agency_id and t.cycle_id = p_cycle_id and t.employment_id = s.employment_id
            and t.employment_id between p_first and p_last and not t.superseded
        where p_cycle_id is not null and s.agency_id = p_agency_id and s.cycle_id = p_cycle_id
            and s.employment_id between p_first and p_last and not s.superseded
            and o.agency_id = p_agency_id and o.cycle_id = p_cycle_id
            and o.employment_id between p_first and p_last
            and t.employment_id is null
        union all
        (
            select distinct on (s.employment_id) s.employment_id, 1::smallint, s.rating, o.position_level
            from employment e
            join appraisal_score s on s.agency_id = e.agency_id and s.employment_id = e.employment_id
            join cycle c on c.cycle_id = s.cycle_id
            join cycle_phase f on f.cycle_id = s.cycle_id and f.phase = 'score'
            join appraisal o on o.agency_id = s.agency_id and o.cycle_id = s.cycle_id
                and o.employment_id = s.employment_id
            left join appraisal_revision v on v.agency_id = s.agency_id and v.cycle_id = s.cycle_id
                and v.employment_id = s.employment_id and v.version = s.version
                and v.agency_id = p_agency_id and v.employment_id between p_first and p_last
            where p_cycle_id is null and e.agency_id = p_agency_id and e.employment_id between p_first and p_last
                and e.valid @> p_day
                and s.agency_id = p_agency_id and s.employment_id between p_first and p_last
                -- The version that counted at that instant.
                and coalesce(v.decided_at <= p_known_at, true)
                and o.agency_id = p_agency_id and o.employment_id between p_first and p_last
                and f.due_at < (select city_instant(p_day + 1))
            order by s.employment_id, upper(c.period) desc, c.kind desc, s.version desc
        )
    ), fact as (
        select e.employment_id,
            max(l.score) filter (where e.kind = 'award' and e.occurred_on > v_awarded) as award,
            max(l.score) filter (where e.kind = 'team_duty' and coalesce(e.ended_on, p_day) > v_served) as team_duty,
            min(l.score) filter (
                where e.kind = 'discipline' and greatest(e.occurred_on, e.ended_on) > v_disciplined
            ) as discipline,
            (count(*) filter (where e.kind = 'certificate' and e.occurred_on > v_trained))::integer as certificates,
            (count(*) filter (where e.kind = 'leadership' and e.occurred_on > v_trained))::integer as leaderships,
            count(*) filter (where e.kind = 'posting' and e.level is not null) as postings,
            min(e.occurred_on) filter (where e.kind = 'posting' and e.level = s.position_level) as level_since,
            -- The newest one: arrays are ordered by their first elements, and a kind has one score a day.
            (max(e.stated) filter (where e.kind = 'feedback'))[2] as feedback,
            (max(e.stated) filter (where e.kind = 'competency'))[2] as competency,
            (max(e.stated) filter (where e.kind = 'potential'))[2] as potential,
            (max(e.stated) filter (where e.kind = 'field_match'))[2] as field_match,
            (max(e.stated) filter (where e.kind = 'award'))[2] as stated_award,
            (max(e.stated) filter (where e.kind = 'team_duty'))[2] as stated_team_duty,
            (max(e.stated) filter (where e.kind = 'development'))[2] as stated_development,
            (max(e.stated) filter (where e.kind = 'experience'))[2] as stated_experience,
            (max(e.stated) filter (where e.kind = 'education'))[2] as stated_education,
            (max(e.stated) filter (where e.kind = 'discipline'))[2] as stated_discipline,
            array_agg(e.evidence_id order by e.evidence_id) as inputs
        from rated s
        join (
            select *, case when score is not null then array[occurred_on - date '2000-01-01', score] end as stated
            from evidence
        ) e on e.employment_id = s.employment_id
        left join level_score l on l.rule_set = p_rule_set and l.component = e.kind
            and l.level = case when e.kind = 'discipline' and e.ended_on >= p_day then 'serving' else e.level end
        where e.agency_id = p_agency_id and e.employment_id between p_first and p_last and e.occurred_on <= p_day
            and e.recorded_at <= p_known_at and coalesce(e.withdrawn_at > p_known_at, true)
            and e.kind not in ('rating', 'unpaid_leave', 'competency_level')
            -- A score that somebody stated counts for as long as an assessment does.
            and (e.score is null or e.occurred_on > v_assessed)
        group by e.employment_id
    ), held as (
        select a.employment_id,
            min(lower(a.valid)) filter (where a.kind = 'definitive' and t.position_level = s.position_level)
                as level_since,
            min(b.org_unit_id) <> max(b.org_unit_id) as is_cross_unit,
            max((v_level ->> concat('acting/', case a.kind when 'acting' then 'plt' else 'plh' end,
                case when l.ordinal < own.ordinal then '_higher' else '_equal' end))::numeric)
                filter (where a.kind in ('acting', 'standing_in')) as acting
        from rated s
        join assignment a on a.employment_id = s.employment_id
        join post t on t.agency_id = a.agency_id and t.post_id = a.post_id
        join position_level l on l.position_level = t.position_level
        join position_level own on own.position_level = s.position_level
        left join post_former f on f.agency_id = p_agency_id and f.post_id = a.post_id and f.valid @> lower(a.valid)
        -- The unit that the person came to; a merger of units brings nobody to another.
        cross join lateral (select case when a.kind = 'definitive' and (a.held_since is null or not exists (
            select from assignment o where o.agency_id = p_agency_id and o.employment_id = a.employment_id
                and o.kind = 'definitive' and upper(o.valid) = lower(a.valid)
        )) then coalesce(f.org_unit_id, t.org_unit_id) end as org_unit_id) b
        where a.agency_id = p_agency_id and a.employment_id between p_first and p_last and lower(a.valid) <= p_day
            and t.agency_id = p_agency_id
        group by a.employment_id
    ), part as (
        select s.employment_id, s.version, s.rating, v.award, v.team_duty, v.discipline, v.feedback, v.competency,
            v.potential, v.field_match, v.stated_award, v.stated_team_duty, v.stated_development, v.stated_experience,
            v.stated_education, v.stated_discipline, v.inputs,
            v_education_score[width_bucket(p.education_level_id::integer, v_education_from)] as education,
            case when v_trainings_known or v.certificates > 0 then
                v_certificates_score[width_bucket(coalesce(v.certificates, 0), v_certificates_from)]
            end as certificates,
            case when v_trainings_known or v.leaderships > 0 then
                v_leadership_score[width_bucket(coalesce(v.leaderships, 0), v_leadership_from)]
            end as leadership,
            v_time_score[width_bucket(
                extract(year from age(p_day, least(v.level_since, h.level_since)))::integer, v_time_from
            )] as time_in_level,
            case when v.postings > 0 then v_cross_agency when h.is_cross_unit then v_cross_unit else v_one_unit end
                as variety,
            coalesce(h.acting, v_never_acting) as acting
        from rated s
        join employment e on e.agency_id = p_agency_id and e.employment_id = s.employment_id
            and e.employment_id between p_first and p_last
        left join known_person p on p.agency_id = p_agency_id and p.person_id = e.person_id
            and p.person_id between v_first_person and v_last_person
        left join fact v on v.employment_id = s.employment_id
        left join held h on h.employment_id = s.employment_id
    ), scored as materialized (
        select q.employment_id, q.version, q.rating as rating_code, v_rating_score[q.rating] as rating,
            coalesce(q.award, q.stated_award, v_no_award) as award,
            coalesce(q.team_duty, q.stated_team_duty, v_no_duty) as team_duty,
            q.feedback, q.competency,
            coalesce(
                round(
                    (coalesce(q.certificates, 0) * v_certificate_part + coalesce(q.leadership, 0) * v_leadership_part)
                        / nullif(
                            case when q.certificates is null then 0 else v_certificate_part end
                                + case when q.leadership is null then 0 else v_leadership_part end, 0
                        ), 2
                ),
                q.stated_development
            ) as development,
            coalesce(
                round(
                    (coalesce(q.time_in_level, 0) * v_time_part + coalesce(q.variety, 0) * v_variety_part
                        + coalesce(q.acting, 0) * v_acting_part)
                        / nullif(
                            case when q.time_in_level is null then 0 else v_time_part end
                                + case when q.variety is null then 0 else v_variety_part end
                                + case when q.acting is null then 0 else v_acting_part end, 0
                        ), 2
                ),
                q.stated_experience
            ) as experience,
            q.potential, coalesce(q.education, q.stated_education) as education, q.field_match,
            coalesce(q.discipline, q.stated_discipline, v_no_sanction) as discipline, q.inputs
        from part q
    ), weighed as (
        select s.*,
            (case when s.rating is null then 0 else v_rating end + case when s.award is null then 0 else v_award end
                + case when s.team_duty is null then 0 else v_team_duty end
                + case when s.feedback is null then 0 else v_feedback end)::smallint as performance_known,
            coalesce(s.rating, 0) * v_rating + coalesce(s.award, 0) * v_award
                + coalesce(s.team_duty, 0) * v_team_duty + coalesce(s.feedback, 0) * v_feedback as performance_total,
            (case when s.competency is null then 0 else v_competency end
                + case when s.development is null then 0 else v_development end
                + case when s.experience is null then 0 else v_experience end
                + case when s.potential is null then 0 else v_potential end
                + case when s.education is null then 0 else v_education end
                + case when s.field_match is null then 0 else v_field_match end
                + case when s.discipline is null then 0 else v_discipline end)::smallint as potential_known,
            coalesce(s.competency, 0) * v_competency + coalesce(s.development, 0) * v_development
                + coalesce(s.experience, 0) * v_experience + coalesce(s.potential, 0) * v_potential
                + coalesce(s.education, 0) * v_education + coalesce(s.field_match, 0) * v_field_match
                + coalesce(s.discipline, 0) * v_discipline as potential_total
        from scored s
    ), located as materialized (
        select w.*,
            round(w.performance_total / nullif(w.performance_known, 0), 2) as y,
            round(w.potential_total / nullif(w.potential_known, 0), 2) as x
        from weighed w
    ), placed as (
        select w.*,
            (case
                when w.performance_known < v_minimum_performance then l.level
                when w.y >= v_high[1] then 3
                when w.y >= v_medium[1] then 2
                else 1
            end)::smallint as performance_level,
            (case
                when num_nonnulls(w.competency, w.potential) < v_minimum_assessments then null
                when w.x >= v_high[2] then 3
                when w.x >= v_medium[2] then 2
                else 1
            end)::smallint as potential_level
        from located w
        join performance_level l on l.rule_set = p_rule_set and l.rating = w.rating_code
    )
    select w.employment_id, w.version, w.performance_level, w.potential_level, b.box, w.y, w.performance_known, w.x,
        w.potential_known, w.rating, w.award, w.team_duty, w.feedback, w.competency, w.development, w.experience,
        w.potential, w.education, w.field_match, w.discipline, coalesce(w.inputs, '{}')
    from placed w
    left join talent_box b on b.rule_set = p_rule_set
        and b.performance_level = w.performance_level and b.potential_level = w.potential_level;
end
$$;

grant execute on function talent_scores to {city}_pool, {city}_personnel, {city}_appraiser;
