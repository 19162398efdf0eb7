public import Personnel
public import Postgres

/// The people of the city and their posts, as of a day: ages, tenure, people due for transfer, retirements, vacancies.
public struct Workforce: Sendable {
    private let city: CityDatabase
    private let day: CivilDate

    public init(_ city: CityDatabase, asOf day: CivilDate) {
        self.city = city
        self.day = day
    }

    /// A person in the definitive post of the day.
    public struct Holder: Sendable, RowDecodable {
        public let agency: AgencyCode
        public let employment: Int64
        public let nip: String
        public let name: String
        public let post: String
        public let unit: String
        public let positionLevel: String
        public let since: CivilDate
        public let birth: CivilDate
        public let retirementAge: Int
        /// The first day on which the person no longer serves, where a departure is on record.
        public let leavesOn: CivilDate?

        public init(_ row: borrowing Row) throws(PostgresError) {
            let age: Int16
            (agency, employment, nip, name, post, unit, positionLevel, since, birth, age, leavesOn) = try row.decode()
            retirementAge = Int(age)
        }

        public var retiresOn: CivilDate? { Retirement.date(birth: birth, age: retirementAge) }
    }

    /// Everybody with a definitive post on the day, by agency and NIP. Names are shown: the reading is recorded.
    public func holders(in reach: Reach, purpose: String) async throws -> Listing<Holder> {
        try await city.readManyPeople(as: reach.principal) { tx in
            try ReadEvent.record(purpose, ["nip", "name", "post", "birth_date"], in: reach, &tx)
            return try tx.people(
                """
                select g.code, e.employment_id, p.nip, p.name, t.title, \(fragment: UnitsOnDay.name), t.position_level, coalesce(a.held_since, lower(a.valid)) as since, p.birth_date,
                    retirement_age(l.retirement_age, t.position_level, t.title), \(fragment: Self.leavesOn)
                from assignment a
                join agency g on g.agency_id = a.agency_id
                join employment e on e.agency_id = a.agency_id and e.employment_id = a.employment_id
                join known_person p on p.agency_id = e.agency_id and p.person_id = e.person_id
                join post t on t.agency_id = a.agency_id and t.post_id = a.post_id
                \(fragment: UnitsOnDay.joins(on: "\(day)"))
                join position_level l on l.position_level = t.position_level
                where a.kind = 'definitive' and a.valid @> \(day) and e.valid @> \(day)
                    and (e.agency_id, e.employment_id) not in (select agency_id, employment_id from people_lacking('serves', \(day)))
                    and \(fragment: reach.condition("a.agency_id"))
                order by g.code, p.nip
                """
            )
        }
    }

    /// The first day on which the person `e` no longer serves; a move to another agency does not end the service.
    private static let leavesOn: SQL = """
        case when (e.agency_id, e.person_id) in (select agency_id, person_id from person) then upper(e.valid) end
        """

    /// A post with seats that are free on the day, or that become free by another day.
    public struct Vacancy: Sendable, RowDecodable {
        public let agency: AgencyCode
        public let unit: String
        public let post: String
        public let positionLevel: String
        /// By the other day.
        public let seats: Int
        public let held: Int
        /// How many of the holders retire or leave by the other day.
        public let retiring: Int
        public let isCritical: Bool

        public init(_ row: borrowing Row) throws(PostgresError) {
            let (seats, held, retiring): (Int32, Int64, Int64)
            (agency, unit, post, positionLevel, seats, held, retiring, isCritical) = try row.decode()
            self.seats = Int(seats)
            self.held = Int(held)
            self.retiring = Int(retiring)
        }
    }

    /// Posts with a free seat by `end`: among the seats of that day, less the holders of the day who neither retire nor leave
    /// until then. The highest levels first. No person is named.
    public func vacancies(in reach: Reach, by end: CivilDate) async throws -> [Vacancy] {
        try await city.readManyPeople(as: reach.principal) { tx in
            try tx.all(
                """
                select g.code, \(fragment: UnitsOnDay.name) as unit, t.title, t.position_level, s.seats, count(p.person_id),
                    count(*) filter (
                        where retires_on(
                            p.birth_date, retirement_age(l.retirement_age, t.position_level, t.title)
                        ) <= \(end) or \(fragment: Self.leavesOn) <= \(end)
                    ), is_critical_post(t.is_critical, t.position_level, t.title)
                from post t
                join agency g on g.agency_id = t.agency_id
                    and \(fragment: UnitsOnDay.agencyWorks("g", on: "\(day)"))
                \(fragment: UnitsOnDay.joins(on: "\(day)"))
                cross join lateral (select \(fragment: UnitsOnDay.seats(on: "\(end)")) as seats) s
                join position_level l on l.position_level = t.position_level
                left join assignment a on a.agency_id = t.agency_id and a.post_id = t.post_id
                    and a.kind = 'definitive' and a.valid @> \(day)
                left join employment e on e.agency_id = a.agency_id and e.employment_id = a.employment_id
                left join known_person p on p.agency_id = e.agency_id and p.person_id = e.person_id
                where \(fragment: reach.condition("t.agency_id"))
                group by g.code, 2, t.agency_id, t.post_id, t.title, t.position_level, s.seats, t.is_critical,
                    l.ordinal
                having s.seats > count(p.person_id) - count(*) filter (
                    where retires_on(
                        p.birth_date, retirement_age(l.retirement_age, t.position_level, t.title)
                    ) <= \(end) or \(fragment: Self.leavesOn) <= \(end)
                )
                order by l.ordinal, g.code, unit, t.title
                """
            )
        }
    }

    /// People by five-year age group and sex, retirements in each of the next ten years, and people by completed years in the
    /// present post. No person is named.
    public func figures(in reach: Reach) async throws -> Figures {
        try await city.readManyPeople(as: reach.principal) { tx in
            let ages = try tx.all(
                """
                select case when p.birth_date \(fragment: PossibleDates.condition)
                    then extract(year from age(\(day), p.birth_date))::integer end, p.sex = 'male', count(*)
                from employment e
                join known_person p on p.agency_id = e.agency_id and p.person_id = e.person_id
                where e.valid @> \(day) and \(fragment: reach.condition("e.agency_id"))
                    and (e.agency_id, e.employment_id) not in (select agency_id, employment_id from people_lacking('is_counted', \(day)))
                group by 1, 2
                """,
                as: (Int32?, Bool, Int).self
            )
            let posts = try tx.all(
                """
                select case when lower(a.valid) \(fragment: PossibleDates.condition)
                    then extract(year from age(\(day), coalesce(a.held_since, lower(a.valid))))::integer end,
                    extract(
                        year from retires_on(p.birth_date, retirement_age(l.retirement_age, t.position_level, t.title))
                    )::integer, count(*)
                from assignment a
                join employment e on e.agency_id = a.agency_id and e.employment_id = a.employment_id
                join known_person p on p.agency_id = e.agency_id and p.person_id = e.person_id
                join post t on t.agency_id = a.agency_id and t.post_id = a.post_id
                join position_level l on l.position_level = t.position_level
                where a.kind = 'definitive' and a.valid @> \(day) and \(fragment: reach.condition("a.agency_id"))
                group by 1, 2
                """,
                as: (Int32?, Int32?, Int).self
            )
            var figures = Figures()
            for (age, isMale, count) in ages {
                guard let age else {
                    figures.unreadable += count
                    continue
                }
                let group = AgeGroup(age: Int(age))
                if isMale { figures.men[group, default: 0] += count } else { figures.women[group, default: 0] += count }
                figures.people += count
            }
            for (years, retirement, count) in posts {
                guard let years, let retirement else {
                    figures.unreadable += count
                    continue
                }
                figures.tenure[Int(years), default: 0] += count
                figures.retirements[Int(retirement), default: 0] += count
                figures.held += count
            }
            return figures
        }
    }

    public struct Figures: Sendable {
        public fileprivate(set) var people = 0
        /// People with a definitive post.
        public fileprivate(set) var held = 0
        /// People left out because of an impossible date; a person may count twice, for the age and for the post.
        public fileprivate(set) var unreadable = 0
        public fileprivate(set) var men: [AgeGroup: Int] = [:]
        public fileprivate(set) var women: [AgeGroup: Int] = [:]
        /// Completed years in the present post → people.
        public fileprivate(set) var tenure: [Int: Int] = [:]
        /// Year of retirement → people.
        public fileprivate(set) var retirements: [Int: Int] = [:]
    }
}
