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
            insert into talent_placement
            select s.agency_id, s.cycle_id, s.employment_id, l.level, x.level, b.box, case when x.level is not null then w.score end,
                w.known, r.competency, r.potential, w.education, w.experience, '2026.1'
            from appraisal_score s
            join performance_level l on l.rule_set = '2026.1' and l.rating = s.rating
            join employment e using (agency_id, employment_id)
            join person p using (agency_id, person_id)
            left join (
                select agency_id, employment_id, max(score) filter (where kind = 'competency') as competency,
                    max(score) filter (where kind = 'potential') as potential
                from assessment_result
                where assessed_on between date '2023-10-17' and date '2026-10-16'
                group by agency_id, employment_id
            ) r using (agency_id, employment_id)
            left join (
                select agency_id, employment_id, extract(year from age(date '2026-10-16', lower(valid))) as years
                from assignment where valid @> date '2026-10-16' and kind = 'definitive'
            ) t using (agency_id, employment_id)
            cross join lateral (
                select
                    case when p.education_level_id >= 50 then 100 when p.education_level_id >= 45 then 90
                        when p.education_level_id >= 35 then 80 when p.education_level_id >= 30 then 70
                        when p.education_level_id >= 15 then 60 end as education,
                    case when t.years >= 5 then 100 when t.years >= 3 then 80 when t.years >= 0 then 60 end as experience
            ) k
            cross join lateral (
                select k.education, k.experience, u.known, round(u.total / u.known, 2) as score
                from (
                    select (case when r.competency is null then 0 else 20 end + case when r.potential is null then 0 else 25 end
                            + case when k.education is null then 0 else 10 end
                            + case when k.experience is null then 0 else 10 end)::smallint as known,
                        coalesce(r.competency, 0) * 20 + coalesce(r.potential, 0) * 25 + coalesce(k.education, 0) * 10
                            + coalesce(k.experience, 0) * 10 as total
                ) u
            ) w
            cross join lateral (
                select (case when num_nonnulls(r.competency, r.potential) < 2 then null when w.score >= 80 then 3 when w.score >= 60 then 2 else 1
                    end)::smallint as level
            ) x
            left join talent_box b
                on b.rule_set = '2026.1' and b.performance_level = l.level and b.potential_level = x.level
            where s.cycle_id = 1
            """
        }
    }
}
