public import Personnel
public import Postgres

/// Everything about one person's appraisal in a cycle.
public struct AppraisalRecord: Sendable {
    public let nip: String
    public let name: String
    public let post: String
    public let level: String
    public let jobClass: Int?
    public let rank: String?
    /// The expected rater; nil where that person is outside the agency.
    public let rater: String?
    public let segments: [Segment]
    public let ratings: [RatingGiven]
    /// The oldest first; the last one counts.
    public let versions: [AppraisalVersion]
    public let remindedOn: CivilDate?
    public let receivedOn: CivilDate?
    public let objection: Objection?
    /// In a year's cycle, its quarters: the rater sees them and decides.
    public let quarters: [Quarter]
    public let milestones: [String]

    /// A part of the period in one post.
    public struct Segment: Sendable {
        public let number: Int
        public let first: CivilDate
        public let last: CivilDate
        public let title: String
        /// The other agency, when this part was spent there.
        public let formerAgency: AgencyCode?
        public let rater: String?
    }

    public struct RatingGiven: Sendable {
        /// The city's day.
        public let on: CivilDate
        public let result: Expectation
        public let behaviour: Expectation
        public let rater: String?
        public let segment: Int?
        public let source: String
    }

    public struct Objection: Sendable {
        public let filedOn: CivilDate
        public let deadline: CivilDate
        public let isForThePerson: Bool
        public let grounds: String
        public let decidedOn: CivilDate?
        public let decidedBy: String?
        public let isGranted: Bool?
        public let reason: String?
    }

    public struct Quarter: Sendable {
        public let code: CycleCode
        public let rating: Rating?
        public let box: Int?
    }

    /// DINILAI → DISAMPAIKAN → DITERIMA or KEBERATAN → DIPUTUS_ATASAN → FINAL, and the states before them.
    public var state: State {
        if let objection { return objection.decidedOn == nil ? .objected : .decided }
        if milestones.contains("final"), receivedOn != nil { return .final }
        if receivedOn != nil { return .received }
        if milestones.contains("released") { return .released }
        if milestones.contains("calibrated") { return .calibrated }
        guard let last = versions.last else { return ratings.isEmpty ? .opened : .rated }
        return last.rating == nil && last.workResult == nil ? .missing : .closed
    }

    public enum State: String, Sendable {
        case opened, rated, missing, closed, calibrated, released, received, objected, decided, final
    }
}

/// One version of a result: the first is the cycle's own, and people decided the others.
public struct AppraisalVersion: Sendable, RowDecodable {
    public enum Kind: String, Sendable {
        case cycle, correction, calibration, objection, recomputation
    }

    public let number: Int
    public let kind: Kind
    public let reason: String?
    public let decidedBy: String?
    /// The city's day; nil for the cycle's own.
    public let decidedOn: CivilDate?
    public let workResult: Expectation?
    public let workBehaviour: Expectation?
    public let rating: Rating?
    public let ruleSet: String?
    public let performanceScore: Score?
    public let potentialScore: Score?
    public let box: Int?

    public init(_ row: borrowing Row) throws(PostgresError) {
        let (number, kind, box): (Int16, String, Int16?)
        (
            number, kind, reason, decidedBy, decidedOn, workResult, workBehaviour, rating, ruleSet, performanceScore,
            potentialScore, box
        ) = try row.decode()
        self.number = Int(number)
        self.kind = Kind(rawValue: kind) ?? .cycle
        self.box = box.map { Int($0) }
    }
}

extension Appraisals {
    /// One person's record, by the present NIP. The reading is recorded in the audit trail.
    public func record(_ nip: NIP) async throws -> AppraisalRecord {
        try await city.transaction(as: .agency(agency.id)) { tx in
            let employment = try self.employment(nip, &tx)
            try tx.execute(
                """
                select record_read(\(agency.id), jsonb_build_object('employment_id', \(employment)), 'appraisal show',
                    array['nip', 'name', 'ratings', 'results'])
                """
            )
            let (name, post, level, jobClass, rank, rater) = try tx.one(
                """
                select p.name, t.title, a.position_level, a.job_class, g.code, case
                        when exists (
                            select from appraisal_closing c
                            where c.agency_id = \(agency.id) and c.cycle_id = \(cycle.id)
                                and c.employment_id = \(employment)
                        ) then a.rater_nip
                        else (
                            select r.rater_nip from expected_raters(
                                \(agency.id), \(cycle.id), \(employment), \(employment), city_day(now())
                            ) r
                        )
                    end
                from appraisal a
                join employment e on e.agency_id = a.agency_id and e.employment_id = a.employment_id
                join known_person p on p.agency_id = e.agency_id and p.person_id = e.person_id
                join post t on t.agency_id = a.agency_id and t.post_id = a.post_id
                left join grade_rank g on g.grade_rank_id = a.grade_rank_id
                where a.agency_id = \(agency.id) and a.cycle_id = \(cycle.id) and a.employment_id = \(employment)
                """,
                as: (String, String, String, Int16?, String?, String?).self
            )
            let milestones = try tx.all(
                "select milestone from cycle_milestone where agency_id = \(agency.id) and cycle_id = \(cycle.id)",
                as: String.self
            )
            return AppraisalRecord(
                nip: nip.text,
                name: name,
                post: post,
                level: level,
                jobClass: jobClass.map { Int($0) },
                rank: rank,
                rater: rater,
                segments: try self.segments(employment, &tx),
                ratings: try self.ratings(employment, &tx),
                versions: try self.versions(employment, &tx),
                remindedOn: try self.day("appraisal_reminder", "city_day(reminded_at)", employment, &tx),
                receivedOn: try self.day("appraisal_receipt", "received_on", employment, &tx),
                objection: try self.objection(employment, &tx),
                quarters: try self.quarters(employment, &tx),
                milestones: milestones
            )
        }
    }

    private func day(
        _ table: Identifier,
        _ day: SQL,
        _ employment: Int64,
        _ tx: inout Transaction
    ) throws -> CivilDate? {
        try tx.optional(
            """
            select \(fragment: day) from \(identifier: table)
            where agency_id = \(agency.id) and cycle_id = \(cycle.id) and employment_id = \(employment)
            """,
            as: CivilDate.self
        )
    }

    private func segments(_ employment: Int64, _ tx: inout Transaction) throws -> [AppraisalRecord.Segment] {
        try tx.all(
            """
            select s.segment, lower(s.valid), upper(s.valid) - 1, s.title, g.code, s.rater_nip
            from appraisal_segment s
            left join agency g on g.agency_id = s.former_agency_id
            where s.agency_id = \(agency.id) and s.cycle_id = \(cycle.id) and s.employment_id = \(employment)
                and not isempty(s.valid)
            order by s.segment
            """,
            as: (Int16, CivilDate, CivilDate, String, AgencyCode?, String?).self
        )
        .map {
            AppraisalRecord.Segment(
                number: Int($0.0),
                first: $0.1,
                last: $0.2,
                title: $0.3,
                formerAgency: $0.4,
                rater: $0.5
            )
        }
    }

    private func ratings(_ employment: Int64, _ tx: inout Transaction) throws -> [AppraisalRecord.RatingGiven] {
        try tx.all(
            """
            select city_day(recorded_at), work_result, work_behaviour, rater_nip, segment, source from rating_event
            where agency_id = \(agency.id) and cycle_id = \(cycle.id) and employment_id = \(employment)
            order by rating_event_id
            """,
            as: (CivilDate, Expectation, Expectation, String?, Int16?, String).self
        )
        .map {
            AppraisalRecord.RatingGiven(
                on: $0.0,
                result: $0.1,
                behaviour: $0.2,
                rater: $0.3,
                segment: $0.4.map { Int($0) },
                source: $0.5
            )
        }
    }

    private func versions(_ employment: Int64, _ tx: inout Transaction) throws -> [AppraisalVersion] {
        try tx.all(
            """
            select v.version, coalesce(r.kind, 'cycle'), r.reason, r.decided_by, city_day(r.decided_at), c.work_result,
                c.work_behaviour, s.rating, s.rule_set, t.performance_score, t.potential_score, t.box
            from (
                select 1::smallint as version
                union
                select version from appraisal_revision
                where agency_id = \(agency.id) and cycle_id = \(cycle.id) and employment_id = \(employment)
            ) v
            left join appraisal_revision r on r.agency_id = \(agency.id) and r.cycle_id = \(cycle.id)
                and r.employment_id = \(employment) and r.version = v.version
            -- A recomputation keeps the rating that was closed before it.
            join lateral (
                select c.work_result, c.work_behaviour from appraisal_closing c
                where c.agency_id = \(agency.id) and c.cycle_id = \(cycle.id) and c.employment_id = \(employment)
                    and c.version <= v.version
                order by c.version desc limit 1
            ) c on true
            left join appraisal_score s on s.agency_id = \(agency.id) and s.cycle_id = \(cycle.id)
                and s.employment_id = \(employment) and s.version = v.version
            left join talent_placement t on t.agency_id = \(agency.id) and t.cycle_id = \(cycle.id)
                and t.employment_id = \(employment) and t.version = v.version
            order by v.version
            """
        )
    }

    private func objection(_ employment: Int64, _ tx: inout Transaction) throws -> AppraisalRecord.Objection? {
        try tx.optional(
            """
            select o.filed_on, o.deadline, o.filed_for, o.grounds, d.decided_on, d.decided_by, d.is_granted, d.reason
            from objection o
            left join objection_decision d on d.agency_id = o.agency_id and d.objection_id = o.objection_id
            where o.agency_id = \(agency.id) and o.cycle_id = \(cycle.id) and o.employment_id = \(employment)
            """,
            as: (CivilDate, CivilDate, Bool, String, CivilDate?, String?, Bool?, String?).self
        )
        .map {
            AppraisalRecord.Objection(
                filedOn: $0.0,
                deadline: $0.1,
                isForThePerson: $0.2,
                grounds: $0.3,
                decidedOn: $0.4,
                decidedBy: $0.5,
                isGranted: $0.6,
                reason: $0.7
            )
        }
    }

    private func quarters(_ employment: Int64, _ tx: inout Transaction) throws -> [AppraisalRecord.Quarter] {
        guard cycle.code.kind == .year else { return [] }
        return
            try tx.all(
                """
                select c.code, s.rating, t.box
                from cycle c
                left join appraisal_score s on s.agency_id = \(agency.id) and s.cycle_id = c.cycle_id
                    and s.employment_id = \(employment) and not s.superseded
                left join talent_placement t on t.agency_id = \(agency.id) and t.cycle_id = c.cycle_id
                    and t.employment_id = \(employment) and not t.superseded
                where c.kind = 'quarter' and c.period <@ daterange(\(cycle.code.first), \(cycle.code.last), '[]')
                order by c.period
                """,
                as: (CycleCode, Rating?, Int16?).self
            )
            .map { AppraisalRecord.Quarter(code: $0.0, rating: $0.1, box: $0.2.map { Int($0) }) }
    }
}
