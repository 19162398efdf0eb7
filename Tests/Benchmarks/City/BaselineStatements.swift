import Personnel

/// What somebody would write by hand for a whole city: one statement a phase, no agencies, no chunks, nothing to resume,
/// as a superuser above the policies. It writes the same rows.
enum BaselineStatements {
    static func text(_ phase: CyclePhase) -> String {
        switch phase {
        case .open:
            """
            insert into appraisal (agency_id, cycle_id, employment_id, post_id, position_level, job_class, grade_rank_id)
            select e.agency_id, 1, e.employment_id, t.post_id, t.position_level, t.job_class, p.grade_rank_id
            from employment e
            join assignment a using (agency_id, employment_id)
            join post t using (agency_id, post_id)
            join person p using (agency_id, person_id)
            where e.valid @> date '2026-07-01' and a.valid @> date '2026-07-01' and a.kind = 'definitive'
            """
        case .remind:
            """
            insert into appraisal_reminder (agency_id, cycle_id, employment_id, rater_nip)
            select a.agency_id, a.cycle_id, a.employment_id, a.rater_nip
            from appraisal a
            left join rating_event e using (agency_id, cycle_id, employment_id)
            where a.cycle_id = 1 and e.rating_event_id is null
            """
        case .close:
            """
            insert into appraisal_closing
            select a.agency_id, a.cycle_id, a.employment_id, r.rating_event_id, r.work_result, r.work_behaviour
            from appraisal a
            left join (
                select distinct on (agency_id, employment_id) agency_id, employment_id, rating_event_id, work_result,
                    work_behaviour
                from rating_event where cycle_id = 1
                order by agency_id, employment_id, rating_event_id desc
            ) r using (agency_id, employment_id)
            where a.cycle_id = 1
            """
        case .score:
            """
            insert into appraisal_score
            select c.agency_id, c.cycle_id, c.employment_id, m.rating, m.rule_set
            from appraisal_closing c
            join rating_matrix m using (work_result, work_behaviour)
            where c.cycle_id = 1 and m.rule_set = '2026.1'
            """
        case .place:
            """
            insert into talent_placement (
                agency_id, cycle_id, employment_id, performance_level, potential_level, box, performance_score,
                performance_known, potential_score, potential_known, rating, award, team_duty, feedback, competency,
                development, experience, potential, education, discipline, inputs, rule_set, placed_as_of
            )
            select s.agency_id, s.cycle_id, s.employment_id, l.performance, l.potential, b.box, w.y, w.y_known, w.x, w.x_known,
                k.rating, k.award, k.team_duty, r.feedback, r.competency, k.development, k.experience, r.potential,
                k.education, k.discipline, coalesce(r.inputs, '{}'), '2026.1', date '2026-10-16'
            from appraisal_score s
            join performance_level pl on pl.rule_set = '2026.1' and pl.rating = s.rating
            join employment e using (agency_id, employment_id)
            join person p using (agency_id, person_id)
            left join (
                select agency_id, employment_id,
                    max(score) filter (where kind = 'competency' and occurred_on > date '2023-10-16') as competency,
                    max(score) filter (where kind = 'potential' and occurred_on > date '2023-10-16') as potential,
                    max(score) filter (where kind = 'feedback' and occurred_on > date '2023-10-16') as feedback,
                    max(case level when 'international' then 100 when 'national' then 75 when 'cross_agency' then 50
                        when 'agency' then 25 end) filter (where kind = 'award' and occurred_on > date '2021-10-16') as award,
                    max(case level when 'chair_cross_agency' then 100 when 'chair_internal' then 75
                        when 'member_cross_agency' then 50 when 'member_internal' then 25 end)
                        filter (where kind = 'team_duty' and coalesce(ended_on, date '2026-10-16') > date '2024-10-16') as team_duty,
                    min(case level when 'light' then 75 when 'medium' then 50 when 'heavy' then 25 end)
                        filter (where kind = 'discipline' and occurred_on > date '2021-10-16') as discipline,
                    count(*) filter (where kind = 'certificate' and occurred_on > date '2023-10-16') as certificates,
                    count(*) filter (where kind = 'leadership' and occurred_on > date '2023-10-16') as leaderships,
                    array_agg(evidence_id order by evidence_id) as inputs
                from evidence
                where occurred_on <= date '2026-10-16' and withdrawn_at is null
                group by agency_id, employment_id
            ) r using (agency_id, employment_id)
            left join (
                select agency_id, employment_id, extract(year from age(date '2026-10-16', min(lower(valid)))) as years
                from assignment where lower(valid) <= date '2026-10-16' and kind = 'definitive'
                group by agency_id, employment_id
            ) t using (agency_id, employment_id)
            cross join lateral (
                select
                    (case s.rating when 1 then 100 when 2 then 80 when 3 then 60 when 4 then 40 else 20 end)::numeric as rating,
                    coalesce(r.award, 0)::numeric as award, coalesce(r.team_duty, 0)::numeric as team_duty,
                    coalesce(r.discipline, 100)::numeric as discipline,
                    (case when r.certificates >= 8 then 100 when r.certificates >= 6 then 75 when r.certificates >= 4 then 50
                        when r.certificates >= 1 then 25 else 0 end
                        + case when r.leaderships >= 3 then 100 when r.leaderships >= 1 then 50 else 0 end) / 2.0 as development,
                    (case when p.education_level_id >= 50 then 100 when p.education_level_id >= 45 then 90
                        when p.education_level_id >= 35 then 80 when p.education_level_id >= 30 then 70
                        when p.education_level_id >= 15 then 60 end)::numeric as education,
                    (case when t.years >= 5 then 100 when t.years >= 3 then 80 when t.years >= 0 then 60 end)::numeric as experience
            ) k
            cross join lateral (
                select y_known, x_known, round(y / y_known, 2) as y, round(x / x_known, 2) as x
                from (
                    select (90 + case when r.feedback is null then 0 else 10 end)::smallint as y_known,
                        k.rating * 60 + k.award * 15 + k.team_duty * 15 + coalesce(r.feedback, 0) * 10 as y,
                        (25 + case when r.competency is null then 0 else 20 end + case when r.potential is null then 0 else 25 end
                            + case when k.education is null then 0 else 10 end
                            + case when k.experience is null then 0 else 10 end)::smallint as x_known,
                        coalesce(r.competency, 0) * 20 + k.development * 10 + coalesce(k.experience, 0) * 10
                            + coalesce(r.potential, 0) * 25 + coalesce(k.education, 0) * 10 + k.discipline * 15 as x
                ) u
            ) w
            cross join lateral (
                select (case when w.y_known < 100 then pl.level when w.y >= 80 then 3 when w.y >= 60 then 2 else 1 end)::smallint
                        as performance,
                    (case when num_nonnulls(r.competency, r.potential) < 2 then null when w.x >= 80 then 3 when w.x >= 60 then 2
                        else 1 end)::smallint as potential
            ) l
            left join talent_box b
                on b.rule_set = '2026.1' and b.performance_level = l.performance and b.potential_level = l.potential
            where s.cycle_id = 1
            """
        case .release, .final:
            """
            insert into cycle_milestone (agency_id, cycle_id, milestone)
            select agency_id, 1, m from agency
            cross join unnest(\(phase == .final ? "array['final']" : "array['calibrated', 'released']")) m
            """
        }
    }
}
