public import Personnel
import Postgres
import Texts

/// What is put right about an assignment; a field that is nil stays as it is.
public struct AssignmentCorrection: Sendable, Hashable {
    /// The first day in the post (TMT).
    public var since: CivilDate?
    /// The last day in the post.
    public var lastDay: CivilDate?
    /// The assignment has no last day.
    public var isOpen = false
    public var kind: AssignmentKind?
    /// The number of the post.
    public var post: Int64?
    public var decreeNumber: String?
    public var decreeDate: CivilDate?

    public init() {}
}

/// Which of a person's assignments is meant, as it is recorded now.
public struct RecordedAssignment: Sendable, Hashable {
    public let since: CivilDate?
    public let kind: AssignmentKind?

    /// - Parameters:
    ///   - since: the first day as recorded; nil for the present assignment.
    ///   - kind: nil for the definitive one.
    public init(since: CivilDate? = nil, kind: AssignmentKind? = nil) {
        self.since = since
        self.kind = kind
    }
}

extension Corrections {
    private struct Assignment: Sendable, RowDecodable {
        let id: Int64
        let employment: Int64
        let since: CivilDate
        /// The first day after the assignment.
        let end: CivilDate?
        let heldSince: CivilDate?
        /// When the employment begins and ends.
        let employedFrom: CivilDate
        let employedUntil: CivilDate?

        init(_ row: borrowing Row) throws(PostgresError) {
            (id, employment, since, end, heldSince, employedFrom, employedUntil) = try row.decode()
        }
    }

    /// What a correction keeps of an assignment `t`, by the names of `CorrectableField`.
    private static let fact: SQL = """
        jsonb_build_object(
            'since', lower(t.valid), 'last_day', upper(t.valid) - 1, 'held_since', t.held_since, 'kind', t.kind,
            'post', t.post_id, 'decree_number', t.decree_number, 'decree_date', t.decree_date
        )
        """

    /// Puts an assignment of a person right. Where the assignment before it ended on the day on which it begins, that day
    /// moves along.
    ///
    /// - Throws: `CityError` when no assignment, or more than one, is the one meant, when the days cannot be, or when the
    ///   seat is taken.
    public func correct(
        _ recorded: RecordedAssignment,
        of nip: NIP,
        _ correction: AssignmentCorrection,
        _ ground: CorrectionGround,
        dryRun: Bool = false
    ) async throws -> CorrectionOutcome {
        try await change(dryRun: dryRun) { tx, outcome in
            let assignment = try find(recorded, of: nip, &tx)
            if let post = correction.post {
                let isKnown = try tx.one(
                    "select exists (select from post where agency_id = \(agency.id) and post_id = \(post))",
                    as: Bool.self
                )
                guard isKnown else {
                    throw CityError(.postUnknown, ["agency": "\(agency.code)", "post": "\(post)"])
                }
            }
            let fields = try fields(correction, assignment)
            let rows: SQL =
                "from assignment t where agency_id = \(agency.id) and assignment_id = \(assignment.id) for update"
            guard let difference = try self.difference(Self.fact, from: rows, fields, &tx) else { return }
            do {
                try move(assignment, fields, ground, &tx, &outcome)
            } catch let error as PostgresError where error.sqlState == .exclusionViolation {
                throw CityError(.correctionOverlaps)
            }
            try record(.assignment, assignment.id, of: assignment.employment, difference, ground, &tx, &outcome)
            try name(&outcome, [assignment.employment], &tx)
        }
    }

    private func find(
        _ recorded: RecordedAssignment,
        of nip: NIP,
        _ tx: inout Transaction
    ) throws -> Assignment {
        let (person, _) = try self.person(nip, &tx)
        let isMeant: SQL =
            recorded.since.map { "lower(a.valid) = \($0)" }
            ?? "a.valid @> (select city_day(now())) or lower(a.valid) > (select city_day(now()))"
        let kind = (recorded.kind ?? .definitive).rawValue
        let found = try tx.all(
            """
            select a.assignment_id, a.employment_id, lower(a.valid), upper(a.valid), a.held_since, lower(e.valid),
                upper(e.valid)
            from employment e
            join assignment a on a.agency_id = e.agency_id and a.employment_id = e.employment_id
            where e.agency_id = \(agency.id) and e.person_id = \(person) and a.kind = \(kind)
                and (\(fragment: isMeant))
            order by lower(a.valid)
            """,
            as: Assignment.self
        )
        guard found.count < 2 else { throw CityError(.correctionAssignments, ["count": .number(found.count)]) }
        guard let only = found.first else { throw CityError(.correctionAssignmentUnknown) }
        return only
    }

    private func fields(_ correction: AssignmentCorrection, _ assignment: Assignment) throws -> CorrectedFields {
        var fields = CorrectedFields()
        let end = correction.isOpen ? assignment.employedUntil : correction.lastDay.map { $0 + 1 } ?? assignment.end
        var since = correction.since ?? assignment.since
        // A merger of agencies began the employment; the time in the post goes on from before it.
        if since < assignment.employedFrom {
            guard assignment.since == assignment.employedFrom, assignment.heldSince != nil else {
                throw CityError(.correctionBeforeEmployment, ["day": "\(assignment.employedFrom)"])
            }
            fields.set(.heldSince, since.iso)
            since = assignment.since
        } else if let held = assignment.heldSince, correction.since != nil, held >= since {
            fields.clear(.heldSince)
        }
        if let end {
            guard since < end else { throw CityError(.correctionEndsBeforeBegin) }
            if let until = assignment.employedUntil, end > until {
                throw CityError(.correctionAfterEmployment, ["day": "\(until + -1)"])
            }
            fields.set(.lastDay, (end + -1).iso)
        } else if let until = assignment.employedUntil {
            throw CityError(.correctionAfterEmployment, ["day": "\(until + -1)"])
        } else {
            fields.clear(.lastDay)
        }
        fields.set(.since, since.iso)
        fields.set(.kind, correction.kind?.rawValue)
        fields.set(.post, correction.post.map { "\($0)" })
        fields.set(.decreeNumber, correction.decreeNumber)
        fields.set(.decreeDate, correction.decreeDate?.iso)
        return fields
    }

    /// Changes the assignment, and the end of the one before it where it ended on that day; the one that gives days up comes
    /// first.
    private func move(
        _ assignment: Assignment,
        _ fields: CorrectedFields,
        _ ground: CorrectionGround,
        _ tx: inout Transaction,
        _ outcome: inout CorrectionOutcome
    ) throws {
        let since = try tx.one("select (\(fragment: fields.object) ->> 'since')::date", as: CivilDate.self)
        let isEarlier = since < assignment.since
        if isEarlier { try end(theOneBefore: assignment, on: since, ground, &tx, &outcome) }
        try tx.execute(
            """
            update assignment t
            set (post_id, kind, valid, held_since, decree_number, decree_date) = (
                select coalesce((f.o ->> 'post')::bigint, t.post_id), coalesce(f.o ->> 'kind', t.kind),
                    daterange((f.o ->> 'since')::date, (f.o ->> 'last_day')::date + 1),
                    case when f.o ? 'held_since' then (f.o ->> 'held_since')::date else t.held_since end,
                    coalesce(f.o ->> 'decree_number', t.decree_number),
                    coalesce((f.o ->> 'decree_date')::date, t.decree_date)
                from (select \(fragment: fields.object) as o) f
            )
            where agency_id = \(agency.id) and assignment_id = \(assignment.id)
            """
        )
        if !isEarlier { try end(theOneBefore: assignment, on: since, ground, &tx, &outcome) }
    }

    private func end(
        theOneBefore assignment: Assignment,
        on day: CivilDate,
        _ ground: CorrectionGround,
        _ tx: inout Transaction,
        _ outcome: inout CorrectionOutcome
    ) throws {
        let before = try tx.optional(
            """
            select b.assignment_id from assignment b
            join assignment a on a.agency_id = b.agency_id and a.assignment_id = \(assignment.id)
            where b.agency_id = \(agency.id) and b.employment_id = \(assignment.employment) and b.kind = 'definitive'
                and a.kind = 'definitive' and upper(b.valid) = \(assignment.since) and lower(b.valid) < \(day)
            """,
            as: Int64.self
        )
        guard let before else { return }
        var fields = CorrectedFields()
        fields.set(.lastDay, (day + -1).iso)
        let rows: SQL = "from assignment t where agency_id = \(agency.id) and assignment_id = \(before) for update"
        guard let difference = try difference(Self.fact, from: rows, fields, &tx) else { return }
        let change: SQL = """
            update assignment set valid = daterange(lower(valid), \(day))
            where agency_id = \(agency.id) and assignment_id = \(before)
            """
        if day > assignment.since {
            try FollowingSeats.give(to: before, from: assignment.since, until: day, agency.id, &tx)
        }
        try tx.execute(change)
        try record(.assignment, before, of: assignment.employment, difference, ground, &tx, &outcome)
    }
}
