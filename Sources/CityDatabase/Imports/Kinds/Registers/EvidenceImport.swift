import Personnel
import Postgres

/// A register of one kind of evidence: each row a fact about a person, with its document.
protocol EvidenceImport: StagedImport {
    static var nipColumn: String { get }
    /// The column with the day of the fact; a finding names it when the day is impossible.
    static var dayColumn: String { get }
    /// The name of the register in `evidence_register`.
    static var register: String { get }
    /// The kinds of evidence that the register holds.
    static var kinds: [String] { get }

    /// The row's fact, or nil when something was rejected.
    static func evidence(_ row: inout ImportRow, asOf day: CivilDate) -> StagedEvidence?

    /// Rejects staged facts that contradict each other and takes back known ones that the file corrects; how many.
    static func settle(_ context: ImportContext, _ tx: inout Transaction, _ report: inout ImportReport) throws -> Int
}

/// A fact as it is staged.
struct StagedEvidence {
    let kind: String
    let level: String?
    let title: String?
    let occurredOn: CivilDate?
    var endedOn: CivilDate?
    let documentNumber: String?
    var documentDate: CivilDate?
    /// When the person serves again, of leave that has ended by a decision.
    var activeOn: CivilDate?
}

extension EvidenceImport {
    static var stagingTable: Identifier { "staged_evidence" }
    static var stagingColumns: [Identifier] {
        ["nip", "kind", "level", "title", "occurred_on", "ended_on", "document_number", "document_date", "active_on"]
    }
    static var staging: SQL {
        """
        create temporary table staged_evidence (
            line integer, nip text, kind text, level text, title text, occurred_on date, ended_on date,
            document_number text, document_date date, active_on date, employment_id bigint
        ) on commit drop
        """
    }

    static func stage(_ row: inout ImportRow, asOf day: CivilDate) -> [any PostgresEncodable]? {
        let nip = row.nip(nipColumn, asOf: day)
        let fact = evidence(&row, asOf: day)
        if let occurred = fact?.occurredOn {
            if occurred > day { row.reject(dayColumn, .dateFuture) }
            if let ended = fact?.endedOn, ended < occurred {
                row.reject(dayColumn, .datesReversed)
            }
        }
        guard row.isGood, let nip, let fact else { return nil }
        return [
            nip.text, fact.kind, fact.level, fact.title, fact.occurredOn, fact.endedOn, fact.documentNumber,
            fact.documentDate, fact.activeOn,
        ]
    }

    static func apply(_ context: ImportContext, _ tx: inout Transaction, _ report: inout ImportReport) async throws {
        try keep(context, &tx, &report)
    }

    /// Facts of most kinds stand beside each other.
    static func settle(_ context: ImportContext, _ tx: inout Transaction, _ report: inout ImportReport) throws -> Int {
        0
    }

    /// Keeps the staged facts as evidence.
    static func keep(_ context: ImportContext, _ tx: inout Transaction, _ report: inout ImportReport) throws {
        let agency = context.agency
        try findEmployments(nipColumn, context, &tx, &report)
        try reject(
            """
            select line from (
                select line, row_number() over (
                    partition by employment_id, kind, level, title, occurred_on, ended_on, document_number order by line
                ) as number
                from staged_evidence
            ) n where number > 1
            """,
            nipColumn,
            .repeatedRecord,
            &tx,
            &report
        )
        report.changed = try settle(context, &tx, &report)
        report.added = try tx.execute(
            """
            insert into evidence (
                agency_id, employment_id, kind, level, title, occurred_on, ended_on, document_number, document_date
            )
            select \(agency), employment_id, kind, level, title, occurred_on, ended_on, document_number, document_date
            from staged_evidence order by line
            on conflict do nothing
            """
        )
        report.unchanged = try tx.one("select count(*) from staged_evidence", as: Int.self) - report.added
        report.added -= report.changed
        // A register is not complete when some of its rows could not be read.
        guard context.isComplete, report.rejections.isEmpty else { return }
        // Facts that a complete register no longer holds are taken back, and stay readable. People who have left are in
        // the registers of other agencies.
        report.changed += try tx.execute(
            """
            update evidence e set withdrawn_at = now()
            where e.agency_id = \(agency) and e.kind = any (\(kinds)) and e.score is null and e.withdrawn_at is null
                and e.recorded_at < now()
                and exists (
                    select from employment m
                    where m.agency_id = \(agency) and m.employment_id = e.employment_id and upper_inf(m.valid)
                )
                and not exists (
                    select from staged_evidence s
                    where (s.employment_id, s.kind, s.occurred_on) = (e.employment_id, e.kind, e.occurred_on)
                        and (s.level, s.title, s.ended_on, s.document_number)
                            is not distinct from (e.level, e.title, e.ended_on, e.document_number)
                )
            """
        )
        try tx.execute(
            """
            insert into evidence_register (agency_id, kind, complete_to)
            select \(agency), \(register), \(context.day)
            where not exists (
                select from evidence_register
                where agency_id = \(agency) and kind = \(register) and complete_to >= \(context.day)
            )
            """
        )
    }

    /// A fact has one value, its day; it is there or not.
    static func known(_ agency: AgencyID) -> SQL {
        """
        select s.line, p.nip, concat_ws(
                ' · ', e.kind, e.level, e.title, to_char(e.occurred_on, 'DD-MM-YYYY'), to_char(e.ended_on, 'DD-MM-YYYY'),
                e.document_number
            ), 1, \(dayColumn), to_char(e.occurred_on, 'DD-MM-YYYY')
        from evidence e
        join employment m on m.agency_id = e.agency_id and m.employment_id = e.employment_id
        join person p on p.agency_id = m.agency_id and p.person_id = m.person_id
        left join lateral (
            select min(s.line) as line
            from staged_evidence s
            where (s.nip, s.kind, s.occurred_on) = (p.nip, e.kind, e.occurred_on)
                and (s.level, s.title, s.ended_on, s.document_number)
                    is not distinct from (e.level, e.title, e.ended_on, e.document_number)
        ) s on true
        where e.agency_id = \(agency) and e.kind = any (\(kinds)) and e.score is null and e.withdrawn_at is null
        """
    }
}
