import Postgres

/// Finds what an import changes by what the database holds before and after it: whatever the import did is seen, and nothing
/// else is told.
struct ChangedValues<Staged: StagedImport> {
    private let agency: AgencyID

    /// Remembers what is known of the staged rows, before any is applied.
    init(_ staged: Staged.Type, before context: ImportContext, _ tx: inout Transaction) throws {
        agency = context.agency
        try tx.execute(
            """
            create temporary table known_before on commit drop as
            select * from (\(fragment: Staged.known(agency))) k (line, nip, record, place, name, value)
            """
        )
    }

    /// Tells each value that is another now, by line. Rows that were rejected meanwhile changed nothing.
    func tell(_ listener: (ImportChange) throws -> Void, _ tx: inout Transaction) throws {
        try tx.stream(
            """
            select line, nullif(nip, ''), record, name, former, present
            from (
                select distinct on (nip, record, name) coalesce(a.line, b.line) as line, nip, record, name,
                    coalesce(a.place, b.place) as place, b.value as former, a.value as present
                from known_before b
                full join (
                    select * from (\(fragment: Staged.known(agency))) k (line, nip, record, place, name, value)
                ) a using (nip, record, name)
                where b.value is distinct from a.value
                    and (a.line is not null or b.line is null
                        or exists (select from \(identifier: Staged.stagingTable) s where s.line = b.line))
                order by nip, record, name, coalesce(a.line, b.line)
            ) c
            order by line nulls last, nip, record, place
            """,
            as: (Int32?, String?, String, String, String?, String?).self
        ) { line, nip, record, column, former, present in
            try listener(
                ImportChange(
                    line: line.map { Int($0) },
                    nip: nip,
                    record: record,
                    column: column,
                    former: former,
                    present: present
                )
            )
        }
    }
}
