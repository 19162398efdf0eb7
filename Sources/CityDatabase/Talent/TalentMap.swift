public import Personnel
import Postgres
import Texts

/// The talent map of a city or an agency, in a cycle or as of a day: the box of each person.
public struct TalentMap: Sendable {
    let city: CityDatabase

    public init(_ city: CityDatabase) {
        self.city = city
    }

    /// The placements of a day, under the rules in force on it.
    public func source(on day: CivilDate, knownOn: CivilDate? = nil) async throws -> TalentSource {
        let rules = try await RuleSets(city).find(on: day)
        return .day(day, ruleSet: rules.code, knownOn: knownOn)
    }

    /// People by box, box 1 first, and the number of rated people without a box.
    public func counts(_ source: TalentSource, in reach: Reach) async throws -> (boxes: [Int], unplaced: Int) {
        let rows = try await city.transaction(as: reach.principal, options: .reading) { tx in
            try tx.all(
                "select box, count(*) from (\(fragment: source.relation(reach))) t group by box",
                as: (BoxNumber?, Int).self
            )
        }
        var boxes = [Int](repeating: 0, count: 9)
        var unplaced = 0
        for (box, count) in rows {
            if let box { boxes[box.rawValue - 1] = count } else { unplaced = count }
        }
        return (boxes, unplaced)
    }

    /// Everybody, or the people in some boxes who serve, by agency and then by box and score. Names are shown: the
    /// reading is recorded in the audit trail.
    public func placements(
        _ source: TalentSource,
        in reach: Reach,
        boxes: ClosedRange<Int>? = nil,
        purpose: String
    ) async throws -> Listing<TalentPlacement> {
        try await city.transaction(as: reach.principal, options: .reading) { tx in
            try ReadEvent.record(purpose, ["nip", "name", "scores"], in: reach, &tx)
            let chosen: SQL =
                if let boxes {
                    """
                    where t.box between \(Int16(boxes.lowerBound)) and \(Int16(boxes.upperBound))
                        and (t.agency_id, t.employment_id) not in (
                            select agency_id, employment_id
                            from people_lacking('serves', coalesce(\(source.day), city_day(now())))
                        )
                    """
                } else {
                    ""
                }
            return try tx.people(
                """
                \(fragment: Self.named(source.relation(reach)))
                \(fragment: chosen)
                order by a.code, t.box desc nulls last, t.performance_score + t.potential_score desc nulls last, p.nip
                """
            )
        }
    }

    /// One person's placement and its evidence.
    ///
    /// - Throws: `CityError` when the agency has no such person, or the source has no placement for this number.
    public func placement(
        of nip: NIP,
        _ source: TalentSource,
        agency: Agency
    ) async throws -> (placement: TalentPlacement, evidence: [Evidence], rules: RuleSet) {
        let reach = Reach.agency(agency)
        return try await city.transaction(as: reach.principal, options: .reading) { tx in
            try ReadEvent.record("talent show", ["nip", "name", "scores", "evidence"], in: reach, &tx)
            let placement = try tx.optional(
                "\(fragment: Self.named(source.relation(reach))) where p.nip = \(nip.text)",
                as: TalentPlacement.self
            )
            guard let placement else {
                throw CityError(.talentPersonUnknown, ["agency": "\(agency.code)"])
            }
            let evidence = try tx.all(Self.inputs(of: placement, source, agency.id), as: Evidence.self)
            return (placement, evidence, try RuleSets.find(placement.ruleSet, &tx))
        }
    }

    /// Everything that was scored: the evidence, the cycle's rating, the posts held by the day, and the education.
    private static func inputs(of placement: TalentPlacement, _ source: TalentSource, _ agency: AgencyID) -> SQL {
        let (cycle, day): (Int32?, CivilDate?) =
            switch source {
            case .cycle(let cycle): (cycle.id, nil)
            case .day(let day, _, _): (nil, day)
            }
        return """
            select kind, level, score, title, occurred_on, ended_on, document_number, document_date
            from (
                select kind, level, score, title, occurred_on, ended_on, document_number, document_date
                from evidence where agency_id = \(agency) and evidence_id = any (\(placement.inputs))
                union all
                (
                    select 'rating', null, null, c.code, city_day(f.due_at), null, null, null
                    from appraisal_score s
                    join cycle c on c.cycle_id = s.cycle_id
                    join cycle_phase f on f.cycle_id = s.cycle_id and f.phase = 'score'
                    where s.agency_id = \(agency) and s.employment_id = \(placement.employment) and not s.superseded
                        and (s.cycle_id = \(cycle) or \(cycle == nil)
                            and city_day(f.due_at) <= \(day))
                    order by upper(c.period) desc, c.kind desc limit 1
                )
                union all
                select 'posting', t.position_level, null, t.title, lower(a.valid), upper(a.valid) - 1, a.decree_number,
                    a.decree_date
                from assignment a
                join post t on t.agency_id = a.agency_id and t.post_id = a.post_id
                where a.agency_id = \(agency) and a.employment_id = \(placement.employment)
                    and lower(a.valid) <= coalesce(\(day), (
                        select placed_as_of from talent_placement
                        where agency_id = \(agency) and cycle_id = \(cycle) and not superseded
                            and employment_id = \(placement.employment)
                        limit 1
                    ), 'infinity')
                union all
                -- SIASN's export of people has the level, and no day of it.
                select 'education', null, null, coalesce(p.education, l.title), null, null, null, null
                from employment e
                join known_person p on p.agency_id = e.agency_id and p.person_id = e.person_id
                join education_level l on l.education_level_id = p.education_level_id
                where e.agency_id = \(agency) and e.employment_id = \(placement.employment)
            ) i
            order by kind, occurred_on, title
            """
    }

    private static func named(_ relation: SQL) -> SQL {
        """
        select a.code, t.employment_id, p.nip, concat_ws(', ', concat_ws(' ', p.front_title, p.name), p.back_title),
            coalesce(h.unit, ''), coalesce(h.post, ''), coalesce(h.position_level, ''), t.performance_level,
            t.potential_level, t.box, t.performance_score, t.performance_known, t.potential_score, t.potential_known,
            t.rating, t.award, t.team_duty, t.feedback, t.competency, t.development, t.experience, t.potential,
            t.education, t.field_match, t.discipline, t.rule_set, t.inputs
        from (\(fragment: relation)) t
        join agency a on a.agency_id = t.agency_id
        join employment e on e.agency_id = t.agency_id and e.employment_id = t.employment_id
        join known_person p on p.agency_id = e.agency_id and p.person_id = e.person_id
        left join lateral (
            select \(fragment: UnitsOnDay.name) as unit, s.title as post, s.position_level
            from assignment g
            join post s on s.agency_id = g.agency_id and s.post_id = g.post_id
            \(fragment: UnitsOnDay.joins(of: "s", on: "coalesce(t.placed_as_of, (select city_day(now())))"))
            where g.agency_id = t.agency_id and g.employment_id = t.employment_id and g.kind = 'definitive'
                and lower(g.valid) <= coalesce(t.placed_as_of, 'infinity')
            order by lower(g.valid) desc limit 1
        ) h on true
        """
    }
}
