import CSV
import Characters
import Personnel
import Postgres

extension Transfers {
    /// Writes transfers in effect as rows of SIASN's rw_jabatan, header first, each line with "\n" at its end. The reading
    /// is recorded in the audit trail.
    ///
    /// Rows are in the order of their first days. A transfer that was taken back has its row, and the one that took it back
    /// always follows, so that SIASN ends with the post that the person holds. `tmtJabatan` is the first day in the post
    /// by this decree, also where the time in a former post counts on.
    ///
    /// - Parameters:
    ///   - agency: only posts of this agency; nil for all of the city.
    ///   - write: called for each line, in order.
    /// - Throws: `CityError` for an unknown number, batch or decree.
    public func export(
        _ selection: TransferExport.Selection,
        to agency: Agency? = nil,
        writing write: @Sendable (String) throws -> Void
    ) async throws -> TransferExport {
        let reach: Reach = agency.map { .agency($0) } ?? .city
        // Cases are read by BKPSDM only; an agency sees its side of them.
        return try await city.namingBadData(as: .personnel) {
            try await city.transaction(as: .personnel, options: .reading) { tx in
                try ReadEvent.record("transfer export", ["all of the file"], in: reach, &tx)
                var report = TransferExport()
                let chosen = try Self.chosen(selection, &report, &tx)
                try write(CSVWriter.line(Exporter.postColumns + Self.ownColumns) + "\n")
                let rows = try tx.all(Self.rows(chosen + report.added, reach), as: ExportedRow.self)
                for row in rows {
                    guard let fields = row.fields else {
                        report.replaced.append(row.number)
                        continue
                    }
                    try write(CSVWriter.line(fields.map { SpreadsheetText.cell($0 ?? "") }) + "\n")
                    report.rows += 1
                }
                let written = Set(rows.map(\.number))
                report.added.removeAll { !written.contains($0) }
                return report
            }
        }
    }

    /// Fields of rw_jabatan that our import does not read.
    private static let ownColumns = ["tmtPelantikan", "tmtMutasi"]

    private struct ExportedRow: Sendable, RowDecodable {
        let number: String
        /// Nil where the assignment lasted no day.
        let fields: [String?]?

        init(_ row: borrowing Row) throws(PostgresError) {
            (number, fields) = try row.decode()
        }
    }

    /// Numbers of the selected cases in effect. Notes the others, and what took back one of them.
    private static func chosen(
        _ selection: TransferExport.Selection,
        _ report: inout TransferExport,
        _ tx: inout Transaction
    ) throws -> [String] {
        let condition: SQL =
            switch selection {
            case .days(let first, let last): "c.effective_on between \(first) and \(last)"
            case .cases(let cases): cases.condition
            }
        let found = try tx.all(
            "select c.number, c.effective_on is not null \(fragment: cases) where \(fragment: condition) order by c.number",
            as: (String, Bool).self
        )
        if case .cases(let cases) = selection { try cases.refuse(unless: found.map(\.0)) }
        let chosen = found.filter(\.1).map(\.0)
        report.waiting = found.filter { !$0.1 }.map(\.0)
        report.added = try tx.all(
            """
            with recursive chain as (
                select c.agency_id, c.transfer_case_id, c.number
                from agency g
                join transfer_case c on c.agency_id = g.agency_id
                where c.number = any (\(chosen))
                union
                select r.agency_id, r.transfer_case_id, r.number
                from chain o
                cross join agency g
                join transfer_case r on r.agency_id = g.agency_id and r.reverses_agency_id = o.agency_id
                    and r.reverses_case_id = o.transfer_case_id and r.effective_on is not null
            )
            select number from chain where number <> all (\(chosen)) order by number
            """,
            as: String.self
        )
        return chosen
    }

    private static func rows(_ numbers: [String], _ reach: Reach) -> SQL {
        """
        select c.number, case when not isempty(a.valid) then array[
                \(fragment: Exporter.postFields(since: "lower(a.valid)")), to_char(c.inaugurated_on, 'DD-MM-YYYY'),
                to_char(c.effective_on, 'DD-MM-YYYY')
            ] end
        from agency g
        join transfer_case c on c.agency_id = g.agency_id and c.number = any (\(numbers))
        join employment e on e.agency_id = c.agency_id and e.employment_id = c.employment_id
        -- The person's row is where the person serves now.
        cross join agency n
        join person p on p.agency_id = n.agency_id and p.person_id = e.person_id
        cross join agency h
        join assignment a on a.agency_id = h.agency_id and a.assignment_id = c.new_assignment_id
        join post t on t.agency_id = a.agency_id and t.post_id = a.post_id
        \(fragment: UnitsOnDay.joins(on: "coalesce(lower(a.valid), c.effective_on)"))
        where \(fragment: reach.condition("h.agency_id"))
        order by coalesce(lower(a.valid), c.effective_on), c.number
        """
    }
}
