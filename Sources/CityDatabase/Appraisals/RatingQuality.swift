public import Personnel
import Postgres

/// How ratings are distributed, and whether equal groups are rated alike: guidance for calibration; it changes no
/// rating.
public struct RatingQuality: Sendable {
    let city: CityDatabase
    let cycle: Cycle

    public init(_ city: CityDatabase, _ cycle: Cycle) {
        self.city = city
        self.cycle = cycle
    }

    /// The ratings of an agency or a unit beside the pattern for its own (PermenPANRB 6/2022 arts 24–25).
    public struct Distribution: Sendable {
        public let agency: AgencyCode
        /// SIASN's id and the name of the unit; nil for the whole agency.
        public let unit: (id: String, name: String)?
        public let ratings: [Rating: Int]
        /// Nil until higher leadership has rated it, because the pattern follows from that rating.
        public let organisation: OrganisationRating?
        public let findings: [DistributionFinding]
        /// The rating of the head; nil without one.
        public let head: Rating?

        /// Whether the head's rating differs from the one that the unit's own rating asks for (SE MenPANRB 3/2023); nil
        /// while one of the two is not known. Guidance only, like the findings.
        public var headDiffers: Bool? {
            guard let head, let organisation else { return nil }
            return head != organisation.headRating
        }

        public var members: Int { ratings.values.reduce(0, +) }
    }

    /// Distributions of every agency, or of one agency and those of its units that have rated members.
    public func distributions(in reach: Reach) async throws -> [Distribution] {
        let (rows, stated, heads, rules) = try await city.readManyPeople(as: reach.principal) { tx in
            let rows = try tx.all(
                """
                select a.code, u.siasn_id, \(fragment: UnitsOnDay.name) as unit, s.rating, count(*)
                from appraisal_score s
                join agency a on a.agency_id = s.agency_id
                join appraisal o on o.agency_id = s.agency_id and o.cycle_id = s.cycle_id
                    and o.employment_id = s.employment_id
                join post t on t.agency_id = o.agency_id and t.post_id = o.post_id
                \(fragment: UnitsOnDay.joins(on: "\(cycle.code.last)"))
                where s.cycle_id = \(cycle.id) and not s.superseded
                    and \(fragment: reach.condition("s.agency_id"))
                group by a.code, u.siasn_id, 3, s.rating
                order by a.code, unit, u.siasn_id
                """,
                as: (AgencyCode, String, String, Rating, Int).self
            )
            let stated = try tx.all(
                """
                select distinct on (r.agency_id, r.org_unit_id) a.code, u.siasn_id, r.rating
                from organisation_rating r
                join agency a on a.agency_id = r.agency_id
                left join org_unit u on u.agency_id = r.agency_id and u.org_unit_id = r.org_unit_id
                where r.cycle_id = \(cycle.id) and \(fragment: reach.condition("r.agency_id"))
                order by r.agency_id, r.org_unit_id, r.organisation_rating_id desc
                """,
                as: (AgencyCode, String?, String).self
            )
            // The highest come first: the first one of a unit or an agency is its head.
            let heads = try tx.all(
                """
                select a.code, u.siasn_id, s.rating
                from appraisal_score s
                join agency a on a.agency_id = s.agency_id
                join appraisal o on o.agency_id = s.agency_id and o.cycle_id = s.cycle_id
                    and o.employment_id = s.employment_id
                join position_level l on l.position_level = o.position_level
                join post t on t.agency_id = o.agency_id and t.post_id = o.post_id and t.echelon is not null
                \(fragment: UnitsOnDay.joins(on: "\(cycle.code.last)"))
                where s.cycle_id = \(cycle.id) and not s.superseded
                    and \(fragment: reach.condition("s.agency_id"))
                order by l.ordinal, t.echelon, t.post_id
                """,
                as: (AgencyCode, String, Rating).self
            )
            return (rows, stated, heads, try RuleSets.find(cycle.ruleSet, &tx))
        }
        func organisation(_ code: AgencyCode, _ unit: String?) -> OrganisationRating? {
            stated.first { $0.0 == code && $0.1 == unit }.flatMap { OrganisationRating(code: $0.2) }
        }
        var agencies: [AgencyCode: [Rating: Int]] = [:]
        var units: [(AgencyCode, String, String, [Rating: Int])] = []
        for (code, id, name, rating, count) in rows {
            agencies[code, default: [:]][rating, default: 0] += count
            if units.last?.0 != code || units.last?.1 != id { units.append((code, id, name, [:])) }
            units[units.count - 1].3[rating] = count
        }
        func distribution(_ code: AgencyCode, _ unit: (String, String)?, _ ratings: [Rating: Int]) -> Distribution {
            let own = organisation(code, unit?.0)
            return Distribution(
                agency: code,
                unit: unit.map { (id: $0.0, name: $0.1) },
                ratings: ratings,
                organisation: own,
                findings: own.map {
                    DistributionPattern.findings(
                        organisation: $0,
                        ratings: ratings,
                        minimumMembers: rules[.distributionMinimum]
                    )
                } ?? [],
                head: heads.first { $0.0 == code && (unit == nil || $0.1 == unit?.0) }?.2
            )
        }
        let wholes = agencies.sorted { $0.key < $1.key }.map { distribution($0.key, nil, $0.value) }
        guard reach != .city else { return wholes }
        return wholes + units.map { distribution($0.0, ($0.1, $0.2), $0.3) }
    }

    /// A rater and the severity that the ratings suggest; see `RaterSeverity` for the model.
    public struct Rater: Sendable {
        public let nip: String
        /// Nil where the rater does not belong to an agency that was read.
        public let name: String?
        public let agency: AgencyCode?
        public let severity: RaterSeverity
    }

    /// Every rater of the cycle, the most notable first. Names are shown: the reading is recorded in the audit trail.
    ///
    /// Runs as the personnel agency whatever the reach is: each rater is compared with the ratings of the whole city.
    public func raters(in reach: Reach) async throws -> [Rater] {
        let (rows, known) = try await city.readManyPeople(as: .personnel) { tx in
            try ReadEvent.record("cycle severity", ["nip", "name"], in: reach, &tx)
            let rows = try tx.all(
                """
                select e.rater_nip, o.position_level, s.rating, count(*)
                from appraisal_score s
                join appraisal_closing c on c.agency_id = s.agency_id and c.cycle_id = s.cycle_id
                    and c.employment_id = s.employment_id and c.version = 1
                join rating_event e on e.agency_id = c.agency_id and e.cycle_id = c.cycle_id
                    and e.rating_event_id = c.rating_event_id
                join appraisal o on o.agency_id = s.agency_id and o.cycle_id = s.cycle_id
                    and o.employment_id = s.employment_id
                where s.cycle_id = \(cycle.id) and s.version = 1 and e.rater_nip is not null
                group by e.rater_nip, o.position_level, s.rating
                order by e.rater_nip
                """,
                as: (String, String, Rating, Int).self
            )
            let known = try tx.all(
                """
                select p.nip, p.name, a.code from person p join agency a on a.agency_id = p.agency_id
                where p.nip = any (\(Array(Set(rows.map(\.0)))))
                    and \(fragment: reach.condition("p.agency_id"))
                """,
                as: (String, String, AgencyCode).self
            )
            return (rows, known)
        }
        // The numbers are unique in an agency, not in the city.
        let names = Dictionary(known.map { ($0.0, ($0.1, $0.2)) }) { first, _ in first }
        var numbers: [String: Int] = [:]
        var nips: [String] = []
        var observations: [RaterSeverity.Observation] = []
        for (nip, level, rating, count) in rows {
            guard let level = PositionLevel(code: level) else { continue }
            let number = numbers[nip] ?? nips.count
            if numbers[nip] == nil {
                numbers[nip] = number
                nips.append(nip)
            }
            observations += Array(
                repeating: RaterSeverity.Observation(rater: number, level: level, rating: rating),
                count: count
            )
        }
        return RaterSeverity.of(observations)
            .filter { reach == .city || names[nips[$0.rater]] != nil }
            .sorted { (abs($0.severity), $1.rater) > (abs($1.severity), $0.rater) }
            .map { severity in
                let nip = nips[severity.rater]
                return Rater(nip: nip, name: names[nip]?.0, agency: names[nip]?.1, severity: severity)
            }
    }

    /// Performance and potential of groups, by sex, age and agency. It shows no single person.
    public func fairness(in reach: Reach) async throws -> [(axis: TalentAxis, table: FairnessTable)] {
        let (rows, rules) = try await city.readManyPeople(as: reach.principal) { tx in
            let rows = try tx.all(
                """
                select a.code, p.sex, case when p.birth_date \(fragment: PossibleDates.condition)
                        then extract(year from age(\(cycle.code.last), p.birth_date))::integer end,
                    t.performance_level, t.potential_level, count(*)
                from talent_placement t
                join agency a on a.agency_id = t.agency_id
                join employment e on e.agency_id = t.agency_id and e.employment_id = t.employment_id
                join known_person p on p.agency_id = e.agency_id and p.person_id = e.person_id
                where t.cycle_id = \(cycle.id) and not t.superseded
                    and \(fragment: reach.condition("t.agency_id"))
                group by 1, 2, 3, 4, 5
                """,
                as: (AgencyCode, String, Int32?, TalentLevel, TalentLevel?, Int).self
            )
            return (rows, try RuleSets.find(cycle.ruleSet, &tx))
        }
        var counts: [TalentAxis: [FairnessTable.Dimension: [String: [Int]]]] = [:]
        func count(
            _ axis: TalentAxis,
            _ dimension: FairnessTable.Dimension,
            _ group: String,
            _ level: TalentLevel,
            _ n: Int
        ) {
            counts[axis, default: [:]][dimension, default: [:]][group, default: [0, 0, 0]][level.rawValue - 1] += n
        }
        for (code, sex, age, performance, potential, n) in rows {
            var groups: [(FairnessTable.Dimension, String)] = [(.sex, sex), (.agency, code.description)]
            if let age { groups.append((.age, AgeGroup(age: Int(age)).code)) }
            for (dimension, group) in groups {
                count(.performance, dimension, group, performance, n)
                if let potential { count(.potential, dimension, group, potential, n) }
            }
        }
        let ages = AgeGroup.allCases.map(\.code)
        return [TalentAxis.performance, .potential]
            .flatMap { axis in
                FairnessTable.Dimension.allCases
                    .filter { reach == .city || $0 != .agency }
                    .map { dimension in
                        let groups = (counts[axis]?[dimension] ?? [:])
                            .sorted { left, right in
                                dimension == .age
                                    ? (ages.firstIndex(of: left.key) ?? 0) < (ages.firstIndex(of: right.key) ?? 0)
                                    : left.key < right.key
                            }
                            .map { FairnessTable.Group(name: $0.key, counts: $0.value) }
                        return (
                            axis: axis,
                            table: FairnessTable(
                                dimension: dimension,
                                levels: TalentLevel.allCases.map(\.code),
                                groups: groups,
                                smallCell: rules[.smallCell]
                            )
                        )
                    }
            }
    }
}
