public import Personnel
public import Postgres
public import Texts

/// Candidates for critical posts: the talent pool, ranked for each post with the reasons.
///
/// A candidate who fails a condition is still ranked, after those who meet all, and flagged. The order decides nothing:
/// the committee and the appointing authority decide.
public struct Succession: Sendable {
    private let city: CityDatabase

    public init(_ city: CityDatabase) {
        self.city = city
    }

    /// A post that the city wants successors for.
    public struct Post: Sendable, RowDecodable {
        public let agency: AgencyCode
        public let id: Int64
        public let unit: String
        public let title: String
        public let positionLevel: String
        public let echelon: Int?
        /// Their NIPs; none while it is vacant.
        public let holders: [String]
        /// Whether the city marked it; otherwise only its kind makes it critical.
        public let isMarked: Bool
        public let requirement: TitleRequirement
        public let standard: CompetencyStandard

        public init(_ row: borrowing Row) throws(PostgresError) {
            let (echelon, names, levels): (Int16?, [String], [Int16])
            let (family, education, fields, trainings): (String?, Int16?, String?, String?)
            (
                agency, id, unit, title, positionLevel, echelon, holders, isMarked, names, levels, family, education,
                fields, trainings
            ) = try row.decode()
            self.echelon = echelon.map { Int($0) }
            requirement = TitleRequirement(
                family: family,
                education: education.flatMap { EducationLevel(rawValue: Int($0)) },
                fields: fields.map { TitleRequirement.list($0) },
                trainings: trainings.map { TitleRequirement.list($0) }
            )
            standard = CompetencyStandard(
                own: Competencies.profile(names, levels),
                level: PositionLevel(code: positionLevel),
                title: title
            )
        }
    }

    /// A person of the succession group (kelompok rencana suksesi): boxes 7, 8 and 9.
    public struct Candidate: Sendable, Hashable, RowDecodable {
        public let agency: AgencyCode
        public let employment: Int64
        public let nip: String
        public let name: String
        public let post: String
        public let positionLevel: String
        public let box: Int
        public let performance: Score
        public let potential: Score
        public let rank: Int?
        public let since: CivilDate
        public let birth: CivilDate
        public let retirementAge: Int
        public let isServingSanction: Bool
        /// The person's valid results.
        public let competencies: [CompetencyName: CompetencyLevel]
        /// What is known of the person that titles ask for.
        public let facts: TitleRequirement.Facts

        public init(_ row: borrowing Row) throws(PostgresError) {
            let (box, rank, age): (BoxNumber, Int16?, Int16)
            let (names, levels): ([String], [Int16])
            let (education, schooling, family, trainings): (Int16?, String?, String?, [String])
            (
                agency, employment, nip, name, post, positionLevel, box, performance, potential, rank, since, birth,
                age, isServingSanction, names, levels, education, schooling, family, trainings
            ) = try row.decode()
            competencies = Competencies.profile(names, levels)
            facts = TitleRequirement.Facts(
                education: education.flatMap { EducationLevel(rawValue: Int($0)) },
                schooling: schooling,
                trainings: trainings,
                family: family
            )
            self.box = box.rawValue
            self.rank = rank.map { Int($0) }
            retirementAge = Int(age)
        }

        /// 0.5 Y + 0.5 X.
        public var talentScore: Score { Score.mean([(performance, 1), (potential, 1)]) ?? performance }
    }

    /// A candidate's place for one post.
    public struct Successor: Sendable, Hashable {
        public let place: Int
        public let candidate: Candidate
        /// By the city's rules for filling a post.
        public let match: PostMatch
        /// The reasons for the place.
        public let reasons: [Wording]
        /// The conditions that are not met; empty for an eligible candidate.
        public let flags: [Wording]
        /// What nobody knows of the post's title or of the present one's, so that the person is not judged by it.
        public let unknown: [Wording]

        public var isEligible: Bool { flags.isEmpty }
    }

    /// Critical posts, the highest levels first.
    public func criticalPosts(in reach: Reach, on day: CivilDate) async throws -> [Post] {
        try await city.transaction(as: reach.principal, options: .reading) { tx in
            try ReadEvent.record("talent critical", ["name", "post"], in: reach, &tx)
            return try tx.all(
                """
                select g.code, t.post_id, \(fragment: UnitsOnDay.name) as unit, t.title, t.position_level, t.echelon, h.nips,
                    t.is_critical, s.names, s.levels, r.family, required_education(t.title, t.position_level), r.fields,
                    r.trainings
                from post t
                join agency g on g.agency_id = t.agency_id
                    and \(fragment: UnitsOnDay.agencyWorks("g", on: "\(day)"))
                \(fragment: UnitsOnDay.joins(on: "\(day)"))
                join position_level l on l.position_level = t.position_level
                cross join lateral (
                    select coalesce(array_agg(p.nip order by p.nip), '{}') as nips from assignment a
                    join employment e on e.agency_id = a.agency_id and e.employment_id = a.employment_id
                    join known_person p on p.agency_id = e.agency_id and p.person_id = e.person_id
                    where a.agency_id = t.agency_id and a.post_id = t.post_id and a.kind = 'definitive'
                        and a.valid @> \(day)
                ) h
                left join lateral (select family, fields, trainings from job_title_of(t.title)) r on true
                cross join lateral (\(fragment: Competencies.standards(on: day))) s
                where is_critical_post(t.is_critical, t.position_level, t.title)
                    and \(fragment: UnitsOnDay.seats(on: "\(day)")) > 0
                    and \(fragment: reach.condition("t.agency_id"))
                order by l.ordinal, g.code, unit, t.title
                """
            )
        }
    }

    /// Marks a post as critical, or removes the mark. False when nothing changed.
    public func mark(_ post: Int64, agency: Agency, isCritical: Bool) async throws -> Bool {
        try await city.transaction(as: .agency(agency.id)) { tx in
            let known = try tx.optional(
                "select is_critical from post where agency_id = \(agency.id) and post_id = \(post)",
                as: Bool.self
            )
            guard let known else {
                throw CityError(.postUnknown, ["agency": "\(agency.code)", "post": "\(post)"])
            }
            try tx.execute(
                """
                update post set is_critical = \(isCritical)
                where agency_id = \(agency.id) and post_id = \(post) and is_critical <> \(isCritical)
                """
            )
            return known != isCritical
        }
    }

    /// The city's talent pool, by the placements of a source.
    public func candidates(_ source: TalentSource, on day: CivilDate, rules: RuleSet) async throws -> Listing<Candidate>
    {
        try await city.readManyPeople(as: .personnel) { tx in
            try ReadEvent.record("talent successors", ["nip", "name", "scores"], in: .city, &tx)
            return try tx.people(
                """
                select g.code, e.employment_id, p.nip, p.name, s.title, s.position_level, t.box, t.performance_score, t.potential_score,
                    p.grade_rank_id, coalesce(a.held_since, lower(a.valid)) as since, p.birth_date,
                    retirement_age(l.retirement_age, s.position_level, s.title),
                    exists (
                        select from evidence d
                        where d.agency_id = e.agency_id and d.employment_id = e.employment_id and d.kind = 'discipline'
                            and d.withdrawn_at is null and d.occurred_on <= \(day) and d.ended_on >= \(day)
                    ),
                    coalesce(c.names, '{}'), coalesce(c.levels, '{}'),
                    p.education_level_id, p.education, (select family from job_title_of(s.title)),
                    array(
                        select distinct d.title from evidence d
                        where d.agency_id = t.agency_id and d.employment_id = t.employment_id
                            and d.kind in ('certificate', 'leadership') and d.title is not null
                            and d.withdrawn_at is null and d.occurred_on <= \(day)
                        order by d.title
                    )
                from (\(fragment: source.relation(.city))) t
                join employment o on o.agency_id = t.agency_id and o.employment_id = t.employment_id
                -- Where the person serves on the day, after a move or a merger.
                join employment e on e.person_id = o.person_id and e.valid @> \(day)
                join agency g on g.agency_id = e.agency_id
                join known_person p on p.agency_id = e.agency_id and p.person_id = e.person_id
                join assignment a on a.agency_id = e.agency_id and a.employment_id = e.employment_id
                    and a.kind = 'definitive' and a.valid @> \(day)
                join post s on s.agency_id = a.agency_id and s.post_id = a.post_id
                join position_level l on l.position_level = s.position_level
                left join (\(fragment: Competencies.profiles(.city, on: day, rules))) c
                    on c.agency_id = e.agency_id and c.employment_id = e.employment_id
                where t.box between \(Int16(BoxTable.talentPool.lowerBound)) and \(Int16(BoxTable.talentPool.upperBound))
                    and t.performance_score is not null and t.potential_score is not null
                    and (e.agency_id, e.employment_id) not in (select agency_id, employment_id from people_lacking('serves', \(day)))
                order by p.nip
                """
            )
        }
    }

    /// The candidates for a post in their order: from the level below, for whom it is a promotion, or from the same
    /// level.
    ///
    /// What the post's title asks for is a condition like the others, and what nobody knows of it is said with each place;
    /// people of another job family without the field of study are not candidates. Eligible before flagged, then by box,
    /// talent score and time in the post; among equals the lower NIP comes first, so that the order never changes by chance.
    public static func ranked(
        _ candidates: some Sequence<Candidate>,
        for post: Post,
        rules: RuleSet,
        on day: CivilDate
    ) -> [Successor] {
        guard let level = PositionLevel(code: post.positionLevel) else { return [] }
        let cap = JobPersonMatch.Cap(rules: rules)
        // Many have the same schooling and trainings.
        var judged: [TitleRequirement.Facts: [TitleRequirement.Finding]] = [:]
        func findings(_ candidate: Candidate) -> [TitleRequirement.Finding] {
            if let known = judged[candidate.facts] { return known }
            let findings = post.requirement.findings(candidate.facts)
            judged[candidate.facts] = findings
            return findings
        }
        return
            candidates.filter { candidate in
                guard !post.holders.contains(candidate.nip), let own = PositionLevel(code: candidate.positionLevel)
                else {
                    return false
                }
                return own == level || own == level.below
            }
            .map { candidate in (candidate, findings(candidate)) }
            .filter { !TitleRequirement.isOutside($0.1, of: post.requirement) }
            .map { candidate, findings in
                let match = PostMatch(post.standard, achieved: candidate.competencies, cap: cap)
                let flags = flags(candidate, match, post, rules, day) + findings.filter(\.bars).map(\.wording)
                return (candidate, match, flags, findings)
            }
            .sorted { left, right in
                if left.2.isEmpty != right.2.isEmpty { return left.2.isEmpty }
                let (a, b) = (left.0, right.0)
                if a.box != b.box { return a.box > b.box }
                if a.talentScore != b.talentScore { return a.talentScore > b.talentScore }
                return (a.since, a.nip) < (b.since, b.nip)
            }
            .enumerated()
            .map { index, ranked in
                let (candidate, match, flags, findings) = ranked
                let served = candidate.since.completedMonths(until: day)
                return Successor(
                    place: index + 1,
                    candidate: candidate,
                    match: match,
                    reasons: [
                        Message.successionBox(["box": .number(candidate.box)]),
                        Message.successionScore(["score": "\(candidate.talentScore)"]),
                        candidate.positionLevel == post.positionLevel
                            ? Message.successionSameLevel() : Message.successionPromotion(),
                        Message.successionMonths(["count": .number(served)]),
                        reason(match, post.standard),
                    ],
                    flags: flags,
                    unknown: unknown(post) + findings.filter { !$0.bars }.map(\.wording)
                )
            }
    }

    private static func unknown(_ post: Post) -> [Wording] {
        let parts = post.requirement.unknown.map { TextCatalogue.words.wording("requirement.\($0.rawValue)") }
        return parts.isEmpty ? [] : [Message.successionTitleUnknown(["parts": .wording(Wording.list(parts))])]
    }

    /// An unknown match is said and decides nothing.
    private static func reason(_ match: PostMatch, _ standard: CompetencyStandard) -> Wording {
        switch match {
        case .noStandard: return Message.successionNoStandard()
        case .notAssessed(let names):
            return Message.successionNotAssessed([
                "count": .number(names.count), "asked": .number(standard.levels.count),
            ])
        case .known(let match):
            let message: Message = standard.isUsual ? .successionMatchUsual : .successionMatch
            return message(["match": "\(match.value)", "grade": .text(match.filling.code)])
        }
    }

    private static func flags(
        _ candidate: Candidate,
        _ match: PostMatch,
        _ post: Post,
        _ rules: RuleSet,
        _ day: CivilDate
    ) -> [Wording] {
        var flags: [Wording] = []
        let served = candidate.since.completedMonths(until: day)
        if served < rules[.minimumMonthsInPost] {
            flags.append(
                Message.successionMonthsShort([
                    "count": .number(served), "needed": .number(rules[.minimumMonthsInPost]),
                ])
            )
        }
        if let match = match.value, match.filling == .doesNotMeet {
            flags.append(
                Message.successionMatchLow(["match": "\(match.value)", "grade": .text(match.filling.code)])
            )
        }
        if candidate.isServingSanction { flags.append(Message.successionSanction()) }
        if let retires = Retirement.date(birth: candidate.birth, age: candidate.retirementAge),
            day.completedMonths(until: retires) < rules[.retirementWarningMonths]
        {
            flags.append(Message.successionRetires(["day": .text(retires.iso)]))
        }
        if let ranks = post.echelon.flatMap({ Echelon(id: $0) })?.ranks {
            if let rank = candidate.rank.flatMap({ GradeRank(id: $0) }) {
                if rank < ranks.lowerBound {
                    flags.append(Message.successionRankLow(["rank": "\(rank)", "needed": "\(ranks.lowerBound)"]))
                }
            } else {
                flags.append(Message.successionRankUnknown(["needed": "\(ranks.lowerBound)"]))
            }
        }
        return flags
    }
}

extension TitleRequirement.Finding {
    fileprivate var wording: Wording {
        switch self {
        case .educationLow(let own, let needed):
            Message.successionEducationLow(["education": .text(own.title), "needed": .text(needed.title)])
        case .educationUnknown(let needed):
            Message.successionEducationUnknown(["needed": .text(needed.title)])
        case .fieldOther(let needed):
            Message.successionFieldOther(["needed": .text(needed.joined(separator: ", "))])
        case .fieldUnknown(let needed):
            Message.successionFieldUnknown(["needed": .text(needed.joined(separator: ", "))])
        case .trainingMissing(let training):
            Message.successionTrainingMissing(["training": .text(training)])
        case .familyOther(let own, let needed):
            Message.successionFamilyOther(["family": .text(own), "needed": .text(needed)])
        case .familyUnknown(let needed):
            Message.successionFamilyUnknown(["needed": .text(needed)])
        }
    }
}

extension Wording {
    fileprivate static func list(_ words: [Wording]) -> Wording {
        Wording(
            indonesian: words.map(\.indonesian).joined(separator: ", "),
            english: words.map(\.english).joined(separator: ", ")
        )
    }
}
