import Characters
public import Personnel
public import Postgres

/// Lists of one agency's appraisals of a cycle, to look through. Names are shown: each reading is recorded.
extension Appraisals {
    /// A person who is out of the cycle, and why: no_post, not_serving, left, moved.
    public struct Exclusion: Sendable, RowDecodable {
        /// Nil when the person now serves in another agency.
        public let nip: String?
        public let name: String?
        public let reason: String

        public init(_ row: borrowing Row) throws(PostgresError) { (nip, name, reason) = try row.decode() }
    }

    public func excluded() async throws -> [Exclusion] {
        try await list("cycle excluded") { tx in
            try tx.all(
                """
                select p.nip, p.name, x.reason
                from appraisal_exclusion x
                join employment e on e.agency_id = x.agency_id and e.employment_id = x.employment_id
                left join known_person p on p.agency_id = e.agency_id and p.person_id = e.person_id
                where x.agency_id = \(agency.id) and x.cycle_id = \(cycle.id) and x.lifted_at is null
                order by x.reason, p.nip
                """
            )
        }
    }

    /// A rater and how many people still wait for a rating.
    public struct Reminder: Sendable, RowDecodable {
        /// Nil where the rater is outside the agency.
        public let rater: String?
        public let name: String?
        public let waiting: Int
        /// How many of them had no rating when reminded and have one now.
        public let ratedSince: Int

        public init(_ row: borrowing Row) throws(PostgresError) {
            (rater, name, waiting, ratedSince) = try row.decode()
        }
    }

    public func reminders() async throws -> [Reminder] {
        try await list("cycle reminders") { tx in
            try tx.all(
                """
                select r.rater_nip, p.name, count(*) filter (where v.n = 0), count(*) filter (where v.n > 0)
                from appraisal_reminder r
                cross join lateral (
                    select count(*) as n from rating_event e
                    where e.agency_id = r.agency_id and e.cycle_id = r.cycle_id
                        and e.employment_id = r.employment_id
                ) v
                left join person p on p.agency_id = r.agency_id and p.nip = r.rater_nip
                where r.agency_id = \(agency.id) and r.cycle_id = \(cycle.id)
                group by r.rater_nip, p.name
                order by 3 desc, r.rater_nip
                """
            )
        }
    }

    /// A version that was decided, with the rating before and after it.
    public struct Revision: Sendable, RowDecodable {
        public let nip: String?
        public let name: String?
        public let version: Int
        public let kind: String
        public let before: Rating?
        public let after: Rating?
        public let decidedBy: String?
        /// The city's day.
        public let decidedOn: CivilDate
        public let reason: String

        public init(_ row: borrowing Row) throws(PostgresError) {
            let number: Int16
            (nip, name, number, kind, before, after, decidedBy, decidedOn, reason) = try row.decode()
            version = Int(number)
        }
    }

    /// Lists revisions of one kind, or of all kinds; the newest last.
    public func revisions(_ kind: AppraisalVersion.Kind?) async throws -> [Revision] {
        try await list("appraisal revisions") { tx in
            try tx.all(
                """
                select p.nip, p.name, r.version, r.kind, b.rating, a.rating, r.decided_by,
                    city_day(r.decided_at), r.reason
                from appraisal_revision r
                join employment e on e.agency_id = r.agency_id and e.employment_id = r.employment_id
                left join known_person p on p.agency_id = e.agency_id and p.person_id = e.person_id
                left join lateral (
                    select s.rating from appraisal_score s
                    where s.agency_id = r.agency_id and s.cycle_id = r.cycle_id and s.employment_id = r.employment_id
                        and s.version < r.version
                    order by s.version desc limit 1
                ) b on true
                left join appraisal_score a on a.agency_id = r.agency_id and a.cycle_id = r.cycle_id
                    and a.employment_id = r.employment_id and a.version = r.version
                where r.agency_id = \(agency.id) and r.cycle_id = \(cycle.id)
                    and (r.kind = \(kind?.rawValue) or \(kind == nil))
                order by r.decided_at, p.nip
                """
            )
        }
    }

    /// An objection and its state.
    public struct ObjectionEntry: Sendable, RowDecodable {
        public let nip: String?
        public let name: String?
        public let filedOn: CivilDate
        public let deadline: CivilDate
        public let grounds: String
        public let decidedOn: CivilDate?
        public let isGranted: Bool?

        public init(_ row: borrowing Row) throws(PostgresError) {
            (nip, name, filedOn, deadline, grounds, decidedOn, isGranted) = try row.decode()
        }
    }

    /// Pending objections come first.
    public func objections() async throws -> [ObjectionEntry] {
        try await list("objection list") { tx in
            try tx.all(
                """
                select p.nip, p.name, o.filed_on, o.deadline, o.grounds, d.decided_on, d.is_granted
                from objection o
                join employment e on e.agency_id = o.agency_id and e.employment_id = o.employment_id
                left join known_person p on p.agency_id = e.agency_id and p.person_id = e.person_id
                left join objection_decision d on d.agency_id = o.agency_id and d.objection_id = o.objection_id
                where o.agency_id = \(agency.id) and o.cycle_id = \(cycle.id)
                order by d.decided_on nulls first, o.filed_on, p.nip
                """
            )
        }
    }

    private func list<Entry: Sendable>(
        _ purpose: String,
        _ body: @Sendable (inout Transaction) throws -> [Entry]
    ) async throws -> [Entry] {
        try await city.transaction(as: .agency(agency.id)) { tx in
            try ReadEvent.record(purpose, ["nip", "name", "results"], in: .agency(agency), &tx)
            return try body(&tx)
        }
    }

    /// Scores and places the agency's people under the rule set that was in force on the cycle's last day, when another
    /// one was loaded since; earlier results stay beside the new ones. Final results stay as they are.
    ///
    /// - Returns: how many people have a new version; people who already have one of the rule set are left alone.
    public func recompute(with ruleSet: String, by: NIP, reason: String) async throws -> Int {
        guard !OutsideText(reason).text.isEmpty else { throw CityError(.revisionReasonMissing) }
        _ = try await RuleSets(city).find(ruleSet)
        return try await city.transaction(as: .agency(agency.id), options: TransactionOptions(timeout: .seconds(1_800)))
        {
            tx in
            try tx.one(
                """
                select recompute_results(
                    \(agency.id), \(cycle.id), \(ruleSet), \(Int64.min), \(Int64.max), \(reason),
                    \(by.text)
                )
                """,
                as: Int.self
            )
        }
    }

    /// Scores and places one person again under the rules that the result had, from the facts as they are known now: after
    /// a correction. Final results stay as they are.
    ///
    /// - Returns: the number of the version.
    public func recompute(_ nip: NIP, by: NIP, reason: String) async throws -> Int {
        guard !OutsideText(reason).text.isEmpty else { throw CityError(.revisionReasonMissing) }
        guard by != nip else { throw CityError(.revisionOwn) }
        return try await city.transaction(as: .agency(agency.id), options: TransactionOptions(retries: 0)) { tx in
            let employment = try self.employment(nip, &tx)
            return try tx.one(
                """
                select recompute_person(
                    \(agency.id), \(cycle.id), \(employment), \(reason), \(by.text)
                )::integer
                """,
                as: Int.self
            )
        }
    }
}
