public import Personnel
public import Postgres
public import Texts

/// What is wrong with the city's data, by BKN's quality indicators that a transfer depends on, with the offenders.
public struct DataQuality: Sendable {
    private let city: CityDatabase

    public init(_ city: CityDatabase) {
        self.city = city
    }

    /// A BKN indicator; raw values are its codes.
    public enum Indicator: String, Sendable, CaseIterable {
        case noRating = "COM_1"
        case vacantPost = "COM_2"
        case emptyUnit = "TIM_1"
        case doubleHolder = "TIM_4"
        case pastRetirement = "TIM_5"
        case leaveEnded = "TIM_6"
        case confirmedBeforeAppointed = "ACC_1"
        case structuralTooSoon = "ACC_3"
        case structuralEducation = "ACC_6"
        case functionalEducation = "ACC_8"
        case rankTooLow = "ACC_10"
        case appointmentDiffers = "CON_1"
        case birthDiffers = "CON_2"
        case sexDiffers = "CON_3"
        case contractYearDiffers = "CON_4"
        /// Our own indicator, not one of BKN's: without possible dates the others say little.
        case impossibleDate = "DATE"
        /// Our own, too: without a tree nobody's superior is found.
        case unitTree = "UNIT"

        /// What an offender of it is.
        public var meaning: Wording { TextCatalogue.words.wording("quality.\(rawValue)") }

        /// Completeness, timeliness, accuracy or consistency, with BKN's weight in percent.
        public var dimension: (name: String, weight: Int) {
            switch rawValue.prefix(3) {
            case "COM": ("completeness", 28)
            case "TIM": ("timeliness", 31)
            case "ACC", "DAT", "UNI": ("accuracy", 30)
            default: ("consistency", 11)
            }
        }
    }

    private static func principal(_ indicator: Indicator, _ reach: Reach) -> Principal {
        indicator == .noRating ? .personnel : reach.principal
    }

    /// A person, post or unit that an indicator is about.
    public struct Offender: Sendable, RowDecodable {
        public let agency: AgencyCode
        /// Nil for a post or unit without a person.
        public let nip: String?
        public let name: String?
        /// The post or unit, and what is wrong with it.
        public let what: Wording

        /// Of agency, NIP, name, indicator, and its two facts: an object and a value.
        public init(_ row: borrowing Row) throws(PostgresError) {
            let (indicator, object, value): (String, String?, String?)
            (agency, nip, name, indicator, object, value) = try row.decode()
            what = Self.words(indicator, object, value)
        }

        private static func words(_ indicator: String, _ object: String?, _ value: String?) -> Wording {
            let object = (object ?? "").split(separator: " ", omittingEmptySubsequences: false).map(String.init)
            let shown =
                switch Indicator(rawValue: indicator) {
                case .impossibleDate: object.map { word("place", $0) }
                case .sexDiffers: object.map { word("group", $0) }
                default: object.map { Wording($0) }
                }
            let all = Wording(
                indonesian: shown.map(\.indonesian).joined(separator: " "),
                english: shown.map(\.english).joined(separator: " ")
            )
            guard TextCatalogue.findings["offender.\(indicator)"] != nil else { return all }
            return TextCatalogue.findings.wording(
                "offender.\(indicator)",
                among: ["object": .wording(all), "value": .text(value ?? "")]
            )
        }

        private static func word(_ kind: String, _ code: String) -> Wording {
            let key = "\(kind).\(code)"
            return TextCatalogue.words[key] == nil ? Wording(code) : TextCatalogue.words.wording(key)
        }
    }

    /// The offenders of each indicator on a day, in the order of the indicators. Names are shown: the reading is
    /// recorded.
    ///
    /// With an agency, only `noRating` runs as the personnel agency: a rating by a former agency counts, and it stays
    /// with that agency.
    public func offenders(
        in reach: Reach,
        on day: CivilDate,
        only: [Indicator] = Indicator.allCases
    ) async throws -> [(indicator: Indicator, offenders: [Offender])] {
        var found: [Indicator: [Offender]] = [:]
        var isRecorded = false
        for (principal, indicators) in Dictionary(grouping: only, by: { Self.principal($0, reach) }) {
            let records = !isRecorded
            let part = try await city.readManyPeople(as: principal) { tx in
                if records { try ReadEvent.record("quality", ["nip", "name", "post"], in: reach, &tx) }
                var part: [Indicator: [Offender]] = [:]
                for indicator in indicators { part[indicator] = try Self.offenders(indicator, in: reach, on: day, &tx) }
                return part
            }
            isRecorded = true
            found.merge(part) { first, _ in first }
        }
        return only.map { ($0, found[$0] ?? []) }
    }

    private static func offenders(
        _ indicator: Indicator,
        in reach: Reach,
        on day: CivilDate,
        _ tx: inout Transaction
    ) throws -> [Offender] {
        try tx.all(
            """
            select g.code, o.nip, o.name, \(indicator.rawValue), o.object, o.value::text
            from (\(fragment: query(indicator, day))) o (agency_id, nip, name, object, value)
            join agency g on g.agency_id = o.agency_id and \(fragment: UnitsOnDay.agencyWorks("g", on: "\(day)"))
            where \(fragment: reach.condition("o.agency_id"))
            order by g.code, o.nip, o.object, o.value
            """,
            as: Offender.self
        )
    }

    private static func people(_ day: CivilDate, _ facts: SQL, _ condition: SQL) -> SQL {
        """
        select s.agency_id, s.nip, s.name, \(fragment: facts)
        from (\(fragment: serving(day))) s
        where \(fragment: condition)
        """
    }

    /// People who serve on the day, with the definitive post if there is one.
    private static func serving(_ day: CivilDate) -> SQL {
        """
        select e.agency_id, e.employment_id, e.person_id, p.nip, p.name, p.kind, p.sex, p.birth_date, p.appointed_on, p.confirmed_on,
            p.grade_rank_id, p.education_level_id, p.legal_status, t.title, t.echelon, t.position_level,
            retires_on(p.birth_date, retirement_age(l.retirement_age, t.position_level, t.title)) as retires_on
        from employment e
        join person p on p.agency_id = e.agency_id and p.person_id = e.person_id
        left join assignment a on a.agency_id = e.agency_id and a.employment_id = e.employment_id
            and a.kind = 'definitive' and a.valid @> \(day)
        left join post t on t.agency_id = a.agency_id and t.post_id = a.post_id
        left join position_level l on l.position_level = t.position_level
        where e.valid @> \(day)
        """
    }

    /// Echelons and their lowest ranks, by SIASN's ids.
    private static let lowestRanks = Echelon.all.compactMap { echelon in
        echelon.ranks.map { (echelon: Int16(echelon.id), rank: Int16($0.lowerBound.id)) }
    }

    /// Units above themselves, and units whose parent is not one of the agency's on the day.
    private static func brokenTree(_ day: CivilDate) -> SQL {
        """
        with recursive unit as (
            select u.agency_id, u.siasn_id, \(fragment: UnitsOnDay.name) as name, \(fragment: UnitsOnDay.parent) as parent
            from org_unit u
            \(fragment: UnitsOnDay.formerUnit(on: "\(day)"))
            where \(fragment: UnitsOnDay.exists(on: "\(day)"))
        ), above as (
            select agency_id, siasn_id, parent from unit where parent is not null
            union
            select a.agency_id, a.siasn_id, u.parent
            from above a
            join unit u on u.agency_id = a.agency_id and u.siasn_id = a.parent
            where a.parent <> a.siasn_id and u.parent is not null
        )
        select u.agency_id, null::text, null::text, u.name, u.parent
        from unit u
        where (u.agency_id, u.siasn_id, u.siasn_id) in (select agency_id, siasn_id, parent from above)
            or u.parent is not null
                and (u.agency_id, u.parent) not in (select agency_id, siasn_id from unit)
        """
    }

    private static func query(_ indicator: Indicator, _ day: CivilDate) -> SQL {
        switch indicator {
        case .noRating:
            people(
                day,
                "null, null",
                """
                s.appointed_on <= \(day)::date - interval '2 years'
                and not exists (
                    -- Also one that was given in a former agency, where it stays.
                    select from employment f
                    join appraisal_score r on r.agency_id = f.agency_id and r.employment_id = f.employment_id
                    join cycle c on c.cycle_id = r.cycle_id
                    where f.person_id = s.person_id and upper(c.period) > \(day)::date - interval '2 years'
                )
                """
            )
        case .vacantPost:
            """
            select t.agency_id, null::text, null::text, concat(t.title, ', ', \(fragment: UnitsOnDay.name)), null
            from post t
            \(fragment: UnitsOnDay.joins(on: "\(day)"))
            where t.echelon is not null and \(fragment: UnitsOnDay.seats(on: "\(day)")) > 0 and not exists (
                select from assignment a
                where a.agency_id = t.agency_id and a.post_id = t.post_id and a.kind = 'definitive'
                    and a.valid @> \(day)
            )
            """
        case .emptyUnit:
            """
            select s.agency_id, null::text, null::text, s.name, null
            from (
                select u.agency_id, u.org_unit_id, \(fragment: UnitsOnDay.name) as name,
                    bool_or(a.post_id is not null) as is_held
                from post t
                \(fragment: UnitsOnDay.joins(on: "\(day)"))
                left join assignment a on a.agency_id = t.agency_id and a.post_id = t.post_id and a.valid @> \(day)
                where \(fragment: UnitsOnDay.exists(on: "\(day)"))
                group by 1, 2, 3
            ) s
            where not s.is_held
            """
        case .doubleHolder:
            """
            select t.agency_id, p.nip, p.name, t.title, null
            from post t
            join assignment a on a.agency_id = t.agency_id and a.post_id = t.post_id and a.kind = 'definitive'
                and a.valid @> \(day)
            join employment e on e.agency_id = a.agency_id and e.employment_id = a.employment_id
            join person p on p.agency_id = e.agency_id and p.person_id = e.person_id
            where t.echelon is not null and (
                select count(*) from assignment o
                where o.agency_id = t.agency_id and o.post_id = t.post_id and o.kind = 'definitive'
                    and o.valid @> \(day)
            ) > 1
            """
        case .pastRetirement:
            people(
                day,
                "s.title, s.retires_on",
                "s.retires_on <= \(day)"
            )
        case .leaveEnded:
            people(
                day,
                "s.legal_status, null",
                """
                lower(s.legal_status) in ('cltn', 'cuti luar tanggungan negara') and exists (
                    select from evidence v
                    where v.agency_id = s.agency_id and v.employment_id = s.employment_id
                        and v.kind = 'unpaid_leave' and v.withdrawn_at is null
                ) and not exists (
                    select from evidence v
                    where v.agency_id = s.agency_id and v.employment_id = s.employment_id
                        and v.kind = 'unpaid_leave' and v.withdrawn_at is null and v.ended_on >= \(day)
                )
                """
            )
        case .confirmedBeforeAppointed:
            people(
                day,
                "concat('TMT PNS ', s.confirmed_on, ', TMT CPNS ', s.appointed_on), null",
                "s.confirmed_on < s.appointed_on"
            )
        case .structuralTooSoon:
            people(
                day,
                "s.title, null",
                "s.echelon is not null and s.appointed_on > \(day)::date - interval '2 years'"
            )
        case .structuralEducation:
            people(
                day,
                "s.title, null",
                """
                s.echelon is not null
                    and s.education_level_id < coalesce(required_education(s.title, s.position_level), 30)
                """
            )
        case .functionalEducation:
            // Where nothing is known of the title, D-III.
            people(
                day,
                "s.title, null",
                """
                s.position_level = 'fungsional'
                    and s.education_level_id < coalesce(required_education(s.title, s.position_level), 30)
                """
            )
        case .rankTooLow:
            people(
                day,
                "s.title, (select g.code from grade_rank g where g.grade_rank_id = s.grade_rank_id)",
                """
                s.grade_rank_id < (
                    select k.rank from unnest(\(lowestRanks.map(\.echelon)), \(lowestRanks.map(\.rank))) k (echelon, rank)
                    where k.echelon = s.echelon
                )
                """
            )
        case .appointmentDiffers:
            people(
                day,
                "concat('TMT CPNS ', s.appointed_on), null",
                "s.kind <> 'contract' and to_char(s.appointed_on, 'YYYYMM') <> substr(s.nip, 9, 6)"
            )
        case .birthDiffers:
            people(day, "null, s.birth_date", "to_char(s.birth_date, 'YYYYMMDD') <> substr(s.nip, 1, 8)")
        case .sexDiffers:
            people(day, "s.sex, null", "s.sex <> case substr(s.nip, 15, 1) when '1' then 'male' else 'female' end")
        case .contractYearDiffers:
            people(
                day,
                "null, s.appointed_on",
                "s.kind = 'contract' and to_char(s.appointed_on, 'YYYY') <> substr(s.nip, 9, 4)"
            )
        case .impossibleDate:
            """
            select d.agency_id, d.nip, d.name, d.what, null
            from (\(fragment: PossibleDates.offenders)) d (agency_id, nip, name, what, row_key)
            """
        case .unitTree: brokenTree(day)
        }
    }
}
