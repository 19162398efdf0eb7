public import Personnel
import Postgres

/// Selects the placements.
public enum TalentSource: Sendable, Hashable {
    /// The placements that a cycle made, in the version that counts.
    case cycle(Cycle)
    /// Computed from what was true on a day, with the newest rating scored by that day, and from what was known by the
    /// end of another day; nil for all that is known now.
    case day(CivilDate, ruleSet: String, knownOn: CivilDate?)

    /// The day that was asked for; nil for a cycle.
    var day: CivilDate? {
        if case .day(let day, _, _) = self { day } else { nil }
    }

    /// A relation of placements: agency_id, employment_id, the levels, scores and components, rule_set, inputs, and
    /// placed_as_of, the day that they describe; null for a cycle that was placed before this was kept.
    func relation(_ reach: Reach) -> SQL {
        switch self {
        case .cycle(let cycle):
            return """
                select t.agency_id, t.employment_id, t.version, t.performance_level, t.potential_level, t.box,
                    t.performance_score, t.performance_known, t.potential_score, t.potential_known, t.rating, t.award,
                    t.team_duty, t.feedback, t.competency, t.development, t.experience, t.potential, t.education,
                    t.field_match, t.discipline, t.inputs, t.rule_set, t.placed_as_of
                from talent_placement t
                where t.cycle_id = \(cycle.id) and not t.superseded
                    and \(fragment: reach.condition("t.agency_id"))
                """
        case .day(let day, let ruleSet, let knownOn):
            // After its last day, a closed agency is placed only on request.
            let living: SQL = reach == .city ? UnitsOnDay.agencyWorks("a", on: "\(day)") : "true"
            return """
                select a.agency_id, s.employment_id, s.version, s.performance_level, s.potential_level, s.box,
                    s.performance_score, s.performance_known, s.potential_score, s.potential_known, s.rating, s.award,
                    s.team_duty, s.feedback, s.competency, s.development, s.experience, s.potential, s.education,
                    s.field_match, s.discipline, s.inputs, \(ruleSet) as rule_set, \(day)::date as placed_as_of
                from agency a
                cross join lateral talent_scores(
                    a.agency_id, \(Int64.min), \(Int64.max), \(day), \(ruleSet), null::integer,
                    coalesce(city_instant(\(knownOn)::date + 1), 'infinity')
                ) s
                where \(fragment: reach.condition("a.agency_id")) and \(fragment: living)
                """
        }
    }
}
