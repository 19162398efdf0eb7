public import Personnel
public import Postgres
import Texts

/// People with their competencies, and what posts ask.
public struct Competencies: Sendable {
    private let city: CityDatabase
    private let day: CivilDate
    private let rules: RuleSet

    /// What is valid on the day under these rules. A result counts from its assessment to the end that it states, or, if
    /// it states none, for `assessment_years`; of several of one competency the newest counts.
    public init(_ city: CityDatabase, asOf day: CivilDate, rules: RuleSet) {
        self.city = city
        self.day = day
        self.rules = rules
    }

    /// A person in a definitive post, with the person's valid results.
    public struct Holder: Sendable, RowDecodable {
        public let agency: AgencyCode
        public let employment: Int64
        public let nip: String
        public let name: String
        public let post: String
        public let positionLevel: String
        public let levels: [CompetencyName: CompetencyLevel]

        public init(_ row: borrowing Row) throws(PostgresError) {
            let (names, levels): ([String], [Int16])
            (agency, employment, nip, name, post, positionLevel, names, levels) = try row.decode()
            self.levels = Competencies.profile(names, levels)
        }
    }

    /// A post and what it asks.
    public struct Post: Sendable {
        public let title: String
        public let standard: CompetencyStandard
    }

    /// Everybody who has all of these competencies, by NIP; with none given, everybody with a result. Names are shown:
    /// the reading is recorded.
    ///
    /// - Parameter level: only people whose post is of it.
    /// - Throws: `CityError` for a competency that is not one of the nine and that nobody has and no post asks.
    public func holders(
        of demands: [CompetencyDemand],
        level: PositionLevel? = nil,
        in reach: Reach
    ) async throws -> Listing<Holder> {
        let positionLevel = level?.code
        return try await city.readManyPeople(as: reach.principal) { tx in
            try requireKnown(demands, in: reach, &tx)
            try ReadEvent.record("talent find", ["nip", "name", "post", "competencies"], in: reach, &tx)
            return try tx.people(
                """
                select g.code, e.employment_id, p.nip, p.name, t.title, t.position_level, c.names, c.levels
                from assignment a
                join agency g on g.agency_id = a.agency_id
                join employment e on e.agency_id = a.agency_id and e.employment_id = a.employment_id
                join known_person p on p.agency_id = e.agency_id and p.person_id = e.person_id
                join post t on t.agency_id = a.agency_id and t.post_id = a.post_id
                join (\(fragment: Self.profiles(reach, on: day, rules))) c
                    on c.agency_id = e.agency_id and c.employment_id = e.employment_id
                where a.kind = 'definitive' and a.valid @> \(day) and e.valid @> \(day)
                    and \(fragment: reach.condition("a.agency_id"))
                    and (\(positionLevel)::text is null or t.position_level = \(positionLevel))
                    and not exists (
                        select from unnest(
                            \(demands.map(\.name.code))::text[], \(demands.map { Int16($0.level.rawValue) })::smallint[]
                        ) d (name, level)
                        where not coalesce(c.levels[array_position(c.names, d.name)] >= d.level, false)
                    )
                order by p.nip
                """
            )
        }
    }

    /// What a post of an agency asks on the day.
    ///
    /// - Throws: `CityError` when the agency has no such post, or several of that title.
    public func post(_ choice: PostChoice, of agency: Agency) async throws -> Post {
        let principal = Reach.agency(agency).principal
        let (title, level, names, levels) = try await city.transaction(as: principal, options: .reading) { tx in
            let number = try choice.number(in: agency, &tx)
            return try tx.one(
                """
                select t.title, t.position_level, s.names, s.levels
                from post t
                cross join lateral (\(fragment: Self.standards(on: day))) s
                where t.agency_id = \(agency.id) and t.post_id = \(number)
                """,
                as: (String, String, [String], [Int16]).self
            )
        }
        let own = Self.profile(names, levels)
        return Post(
            title: title,
            standard: CompetencyStandard(own: own, level: PositionLevel(code: level), title: title)
        )
    }

    private func requireKnown(_ demands: [CompetencyDemand], in reach: Reach, _ tx: inout Transaction) throws {
        let technical = demands.map(\.name).filter { $0.common == nil }
        guard !technical.isEmpty else { return }
        let known = try tx.all(
            """
            select title from evidence v
            where v.kind = 'competency_level' and v.withdrawn_at is null and \(fragment: reach.condition("v.agency_id"))
            union
            select competency from competency_standard c where \(fragment: reach.condition("c.agency_id"))
            """,
            as: String.self
        )
        let names = Competency.allCases.flatMap { [$0.title, $0.englishTitle] } + known
        for name in technical where !known.contains(name.code) {
            throw CityError.unknown(
                .competencyUnknown,
                .competencyUnknownSimilar,
                "competency",
                name.code,
                known: names
            )
        }
    }

    /// Levels by competency; `names` and `levels` are in one order, as the statements here give them.
    static func profile(_ names: [String], _ levels: [Int16]) -> [CompetencyName: CompetencyLevel] {
        Dictionary(
            zip(names, levels)
                .compactMap { name, level in
                    guard let name = CompetencyName(name), let level = CompetencyLevel(rawValue: Int(level)) else {
                        return nil
                    }
                    return (name, level)
                }
        ) { first, _ in first }
    }

    /// Each employment with valid results: agency_id, employment_id, names and levels.
    static func profiles(_ reach: Reach, on day: CivilDate, _ rules: RuleSet) -> SQL {
        """
        select r.agency_id, r.employment_id, array_agg(r.title order by r.title) as names,
            array_agg(r.level order by r.title) as levels
        from (
            select distinct on (v.agency_id, v.employment_id, v.title) v.agency_id, v.employment_id, v.title,
                v.level::smallint as level
            from evidence v
            where v.kind = 'competency_level' and v.withdrawn_at is null and v.occurred_on <= \(day)
                and coalesce(v.ended_on >= \(day), v.occurred_on > \(day.adding(months: -12 * rules[.assessmentYears])))
                and \(fragment: reach.condition("v.agency_id"))
            order by v.agency_id, v.employment_id, v.title, v.occurred_on desc
        ) r
        group by r.agency_id, r.employment_id
        """
    }

    /// The standard of the post `t`: names and levels, empty when it has none.
    static func standards(on day: CivilDate) -> SQL {
        """
        select coalesce(array_agg(n.competency order by n.competency), '{}') as names,
            coalesce(array_agg(n.level order by n.competency), '{}') as levels
        from (
            select distinct on (c.competency) c.competency, c.level, c.valid_to
            from competency_standard c
            where c.agency_id = t.agency_id and c.post_id = t.post_id and c.valid_from <= \(day)
            order by c.competency, c.valid_from desc
        ) n
        where coalesce(n.valid_to >= \(day), true)
        """
    }
}
