-- The talent map: components from ratings, evidence and posts by the rule set, axes by its weights, levels by its thresholds,
-- box by its table (PermenPANRB 3/2020 as amended by 20/2025, Keputusan Kepala BKN 411/2025).

-- Components, axes and box of a range of employments, from what was true on a day. A component that is not known is null,
-- and leaves its axis' mean with its weight. `p_cycle_id`: whose rating counts; null for the newest scored by that day.
-- `p_known_at`: what was recorded, and not taken back, by then.
create or replace function talent_scores(
    p_agency_id integer, p_first bigint, p_last bigint, p_day date, p_rule_set text, p_cycle_id integer,
    p_known_at timestamptz default 'infinity', p_revised boolean default false
) returns table (
    employment_id bigint, version smallint, performance_level smallint, potential_level smallint, box smallint,
    performance_score numeric, performance_known smallint, potential_score numeric, potential_known smallint,
    rating numeric, award numeric, team_duty numeric, feedback numeric, competency numeric, development numeric,
    experience numeric, potential numeric, education numeric, field_match numeric, discipline numeric, inputs bigint[]
)
language plpgsql
stable
set search_path from current
as $$
#variable_conflict use_column
declare
    v_setting jsonb := (select jsonb_object_agg(name, value) from setting where rule_set = p_rule_set);
    v_weight jsonb := (select jsonb_object_agg(component, weight) from scoring_weight where rule_set = p_rule_set);
    v_part jsonb := (select jsonb_object_agg(part, weight) from component_part where rule_set = p_rule_set);
    v_level jsonb := (
        select jsonb_object_agg(component || '/' || level, score) from level_score where rule_set = p_rule_set
    );
    v_assessed date := p_day - make_interval(years => (v_setting ->> 'assessment_years')::integer);
    v_awarded date := p_day - make_interval(years => (v_setting ->> 'award_years')::integer);
    v_served date := p_day - make_interval(years => (v_setting ->> 'team_duty_years')::integer);
    v_trained date := p_day - make_interval(years => (v_setting ->> 'training_years')::integer);
    v_disciplined date := p_day - make_interval(years => (v_setting ->> 'discipline_years')::integer);
    v_minimum_assessments integer := (v_setting ->> 'minimum_assessments')::integer;
    v_minimum_performance integer := (v_setting ->> 'minimum_performance_weight')::integer;
    -- A register counts for a year after the day to which it is complete.
    v_registers text[] := (
        select coalesce(array_agg(distinct kind), '{}') from evidence_register
        where agency_id = p_agency_id and complete_to > p_day - make_interval(years => 1) and recorded_at <= p_known_at
    );
    v_rating integer := v_weight ->> 'rating';
    v_award integer := v_weight ->> 'award';
    v_team_duty integer := v_weight ->> 'team_duty';
    v_feedback integer := v_weight ->> 'feedback';
    v_competency integer := v_weight ->> 'competency';
    v_development integer := v_weight ->> 'development';
    v_experience integer := v_weight ->> 'experience';
    v_potential integer := v_weight ->> 'potential';
    v_education integer := v_weight ->> 'education';
    v_field_match integer := v_weight ->> 'field_match';
    v_discipline integer := v_weight ->> 'discipline';
    v_certificate_part integer := v_part ->> 'certificates';
    v_leadership_part integer := v_part ->> 'leadership';
    v_time_part integer := v_part ->> 'time_in_level';
    v_variety_part integer := v_part ->> 'variety';
    v_acting_part integer := v_part ->> 'acting';
    v_no_award numeric := case when 'award' = any (v_registers) then v_level ->> 'award/none' end;
    v_no_duty numeric := case when 'team_duty' = any (v_registers) then v_level ->> 'team_duty/none' end;
    v_no_sanction numeric := case when 'discipline' = any (v_registers) then v_level ->> 'discipline/none' end;
    v_trainings_known boolean := 'training' = any (v_registers);
    v_postings_known boolean := 'posting' = any (v_registers);
    v_high smallint[];
    v_medium smallint[];
begin
    select array[max(at_least) filter (where axis = 'performance' and level = 3),
            max(at_least) filter (where axis = 'potential' and level = 3)],
        array[max(at_least) filter (where axis = 'performance' and level = 2),
            max(at_least) filter (where axis = 'potential' and level = 2)]
    into strict v_high, v_medium
    from threshold where rule_set = p_rule_set;

    return query
    with rated as (
        select s.employment_id, s.version, s.rating, o.position_level
        from appraisal_score s
        join appraisal o on o.agency_id = s.agency_id and o.cycle_id = s.cycle_id
            and o.employment_id = s.employment_id
        where p_cycle_id is not null and s.agency_id = p_agency_id and s.cycle_id = p_cycle_id
            and s.employment_id between p_first and p_last and not s.superseded
            and (
                not p_revised or (
                    select t.employment_id from talent_placement t
                    where t.agency_id = s.agency_id and t.cycle_id = s.cycle_id and t.employment_id = s.employment_id
                        and not t.superseded
                    limit 1
                ) is null
            )
        union all
        select e.employment_id, 1::smallint, s.rating, s.position_level
        from employment e
        cross join lateral (
            select s.rating, o.position_level
            from appraisal_score s
            join cycle c on c.cycle_id = s.cycle_id
            join cycle_phase f on f.cycle_id = s.cycle_id and f.phase = 'score'
            join appraisal o on o.agency_id = s.agency_id and o.cycle_id = s.cycle_id
                and o.employment_id = s.employment_id
            where s.agency_id = e.agency_id and s.employment_id = e.employment_id and not s.superseded
                and (f.due_at at time zone 'Asia/Jakarta')::date <= p_day
            order by upper(c.period) desc, c.kind desc limit 1
        ) s
        where p_cycle_id is null and e.agency_id = p_agency_id and e.employment_id between p_first and p_last
            and e.valid @> p_day
    ), steps as materialized (
        select component, at_least, lead(at_least, 1, 32767::smallint) over (partition by component order by at_least) as below,
            score::numeric(5, 2) as score
        from sub_score where rule_set = p_rule_set
    ), scored as materialized (
        select s.employment_id, s.version, s.rating as rating_code,
            (v_level ->> ('rating/' || (array['sangat_baik', 'baik', 'butuh_perbaikan', 'kurang', 'sangat_kurang'])[s.rating])
            )::numeric as rating,
            coalesce(v.award, case when v.stated_award is null then v_no_award end, v.stated_award) as award,
            coalesce(v.team_duty, case when v.stated_team_duty is null then v_no_duty end, v.stated_team_duty) as team_duty,
            v.feedback, v.competency,
            coalesce(
                case when v_trainings_known or v.certificates + v.leaderships > 0 then
                    (cs.score * v_certificate_part + ls.score * v_leadership_part)
                        / (v_certificate_part + v_leadership_part)
                end,
                v.stated_development
            ) as development,
            coalesce(x.experience, v.stated_experience) as experience,
            v.potential, coalesce(ed.score, v.stated_education) as education, v.field_match,
            coalesce(v.discipline, case when v.stated_discipline is null then v_no_sanction end, v.stated_discipline)
                as discipline,
            v.inputs
        from rated s
        left join lateral (
            select p.education_level_id
            from employment e
            join person p on p.agency_id = e.agency_id and p.person_id = e.person_id
            where e.agency_id = p_agency_id and e.employment_id = s.employment_id
            limit 1
        ) p on true
        -- Look-ups by index, as in open_appraisals.
        cross join lateral (
            select
                max((v_level ->> ('award/' || e.level))::numeric)
                    filter (where e.kind = 'award' and e.level is not null and e.occurred_on > v_awarded) as award,
                max((v_level ->> ('team_duty/' || e.level))::numeric)
                    filter (where e.kind = 'team_duty' and e.level is not null
                        and coalesce(e.ended_on, p_day) > v_served) as team_duty,
                min((v_level ->> ('discipline/' || case when e.ended_on >= p_day then 'serving' else e.level end))::numeric)
                    filter (where e.kind = 'discipline' and e.level is not null
                        and greatest(e.occurred_on, e.ended_on) > v_disciplined) as discipline,
                count(*) filter (where e.kind = 'certificate' and e.occurred_on > v_trained) as certificates,
                count(*) filter (where e.kind = 'leadership' and e.occurred_on > v_trained) as leaderships,
                count(*) filter (where e.kind = 'posting' and e.level is not null) as postings,
                min(e.occurred_on) filter (where e.kind = 'posting' and e.level = s.position_level) as level_since,
                (array_agg(e.score order by e.occurred_on desc)
                    filter (where e.kind = 'feedback' and e.score is not null))[1] as feedback,
                (array_agg(e.score order by e.occurred_on desc)
                    filter (where e.kind = 'competency' and e.score is not null))[1] as competency,
                (array_agg(e.score order by e.occurred_on desc)
                    filter (where e.kind = 'potential' and e.score is not null))[1] as potential,
                (array_agg(e.score order by e.occurred_on desc)
                    filter (where e.kind = 'field_match' and e.score is not null))[1] as field_match,
                (array_agg(e.score order by e.occurred_on desc)
                    filter (where e.kind = 'award' and e.score is not null))[1] as stated_award,
                (array_agg(e.score order by e.occurred_on desc)
                    filter (where e.kind = 'team_duty' and e.score is not null))[1] as stated_team_duty,
                (array_agg(e.score order by e.occurred_on desc)
                    filter (where e.kind = 'development' and e.score is not null))[1] as stated_development,
                (array_agg(e.score order by e.occurred_on desc)
                    filter (where e.kind = 'experience' and e.score is not null))[1] as stated_experience,
                (array_agg(e.score order by e.occurred_on desc)
                    filter (where e.kind = 'education' and e.score is not null))[1] as stated_education,
                (array_agg(e.score order by e.occurred_on desc)
                    filter (where e.kind = 'discipline' and e.score is not null))[1] as stated_discipline,
                array_agg(e.evidence_id order by e.evidence_id) as inputs
            from evidence e
            where e.agency_id = p_agency_id and e.employment_id = s.employment_id and e.occurred_on <= p_day
                and e.recorded_at <= p_known_at and coalesce(e.withdrawn_at > p_known_at, true)
                and e.kind not in ('rating', 'unpaid_leave')
                -- A score that somebody stated counts as long as an assessment does.
                and (e.score is null or e.occurred_on > v_assessed)
        ) v
        cross join lateral (
            select
                extract(year from age(p_day, least(v.level_since,
                    min(lower(a.valid)) filter (where a.kind = 'definitive' and t.position_level = s.position_level)
                )))::integer as years,
                count(distinct t.org_unit_id) filter (where a.kind = 'definitive') as units,
                max(case when a.kind = 'acting' then
                    (v_level ->> (case when l.ordinal < own.ordinal then 'acting/plt_higher' else 'acting/plt_equal' end))::numeric
                end) as acting
            from assignment a
            join post t on t.agency_id = a.agency_id and t.post_id = a.post_id
            join position_level l on l.position_level = t.position_level
            join position_level own on own.position_level = s.position_level
            where a.agency_id = p_agency_id and a.employment_id = s.employment_id and lower(a.valid) <= p_day
            offset 0
        ) h
        left join steps ed on ed.component = 'education'
            and p.education_level_id >= ed.at_least and p.education_level_id < ed.below
        left join steps cs on cs.component = 'certificates' and v.certificates >= cs.at_least and v.certificates < cs.below
        left join steps ls on ls.component = 'leadership' and v.leaderships >= ls.at_least and v.leaderships < ls.below
        left join steps ts on ts.component = 'time_in_level' and h.years >= ts.at_least and h.years < ts.below
        cross join lateral (
            select round(k.total / nullif(k.known, 0), 2) as experience
            from (
                select
                    case when ts.score is null then 0 else v_time_part end
                        + case when q.variety is null then 0 else v_variety_part end
                        + case when q.acting is null then 0 else v_acting_part end as known,
                    coalesce(ts.score, 0) * v_time_part + coalesce(q.variety, 0) * v_variety_part
                        + coalesce(q.acting, 0) * v_acting_part as total
                from (
                    -- One row of one post says nothing of the posts before it, unless the record is complete.
                    select case
                            when v.postings > 0 then v_level ->> 'variety/cross_agency'
                            when h.units > 1 then v_level ->> 'variety/cross_unit'
                            when v_postings_known then v_level ->> 'variety/one_unit'
                        end::numeric as variety,
                        coalesce(h.acting, case when v_postings_known then v_level ->> 'acting/none' end::numeric) as acting
                ) q
            ) k
        ) x
    )
    select s.employment_id, s.version,
        case when y.known >= v_minimum_performance then yl.level else pl.level end,
        xl.level, b.box, y.score, y.known, x.score, x.known,
        s.rating, s.award, s.team_duty, s.feedback, s.competency, round(s.development, 2), s.experience, s.potential,
        s.education, s.field_match, s.discipline, coalesce(s.inputs, '{}')
    from scored s
    join performance_level pl on pl.rule_set = p_rule_set and pl.rating = s.rating_code
    cross join lateral (
        select w.known, round(w.total / nullif(w.known, 0), 2) as score
        from (
            select
                (case when s.rating is null then 0 else v_rating end + case when s.award is null then 0 else v_award end
                    + case when s.team_duty is null then 0 else v_team_duty end
                    + case when s.feedback is null then 0 else v_feedback end)::smallint as known,
                coalesce(s.rating, 0) * v_rating + coalesce(s.award, 0) * v_award
                    + coalesce(s.team_duty, 0) * v_team_duty + coalesce(s.feedback, 0) * v_feedback as total
        ) w
    ) y
    cross join lateral (
        select w.known, round(w.total / nullif(w.known, 0), 2) as score
        from (
            select
                (case when s.competency is null then 0 else v_competency end
                    + case when s.development is null then 0 else v_development end
                    + case when s.experience is null then 0 else v_experience end
                    + case when s.potential is null then 0 else v_potential end
                    + case when s.education is null then 0 else v_education end
                    + case when s.field_match is null then 0 else v_field_match end
                    + case when s.discipline is null then 0 else v_discipline end)::smallint as known,
                coalesce(s.competency, 0) * v_competency + coalesce(round(s.development, 2), 0) * v_development
                    + coalesce(s.experience, 0) * v_experience + coalesce(s.potential, 0) * v_potential
                    + coalesce(s.education, 0) * v_education + coalesce(s.field_match, 0) * v_field_match
                    + coalesce(s.discipline, 0) * v_discipline as total
        ) w
    ) x
    cross join lateral (
        select (case when y.score >= v_high[1] then 3 when y.score >= v_medium[1] then 2 else 1 end)::smallint as level
    ) yl
    cross join lateral (
        select (case
            when num_nonnulls(s.competency, s.potential) < v_minimum_assessments then null
            when x.score >= v_high[2] then 3
            when x.score >= v_medium[2] then 2
            else 1
        end)::smallint as level
    ) xl
    left join talent_box b
        on b.rule_set = p_rule_set
        and b.performance_level = case when y.known >= v_minimum_performance then yl.level else pl.level end
        and b.potential_level = xl.level;
end
$$;

-- place: keeps the scores of the day on which the phase was due. `p_revised` as in score_appraisals.
create or replace function place_talent(
    p_agency_id integer, p_cycle_id integer, p_first bigint, p_last bigint, p_rule_set text default null,
    p_revised boolean default false
) returns integer
language plpgsql
volatile
set search_path from current
as $$
declare
    v_day date := phase_day(p_cycle_id, 'place');
    v_rule_set text := coalesce(p_rule_set, (select rule_set from cycle where cycle_id = p_cycle_id));
    v_count integer;
begin
    insert into talent_placement (
        agency_id, cycle_id, employment_id, version, performance_level, potential_level, box, performance_score,
        performance_known, potential_score, potential_known, rating, award, team_duty, feedback, competency, development,
        experience, potential, education, field_match, discipline, inputs, rule_set, placed_as_of
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

grant execute on function talent_scores to {city}_pool, {city}_personnel;
grant execute on function place_talent to {city}_pool;

-- Posts for which the city wants successors: those it has marked, and by default all of JPT, the heads of districts, and
-- those of community health centres and hospitals (no regulation lists them; the city decides).
create or replace function is_critical_post(p_is_marked boolean, p_position_level text, p_title text) returns boolean
language sql
immutable
parallel safe
set search_path from current
as $$
    select p_is_marked or p_position_level in ('jpt_utama', 'jpt_madya', 'jpt_pratama')
        or p_title ~* '^(camat|kepala (upt )?puskesmas|direktur (rsud|rumah sakit))( |$)'
$$;

grant execute on function is_critical_post to {city}_pool, {city}_personnel;
