import Personnel
import Postgres

/// Results of assessment centres, in the column names of SIMATA's export: two of the components of potential.
enum AssessmentsImport: ImportSubject {
    static let columns: [ImportColumn] = [
        .required("NIP"), .required("Tanggal Asesmen"), .required("X - Penilaian Kompetensi"),
        .required("X - Penilaian Potensi"),
    ]

    static let stagingTable: Identifier = "staged_assessments"
    static let stagingColumns: [Identifier] = ["nip", "assessed_on", "competency", "potential"]
    static let staging: SQL =
        """
        create temporary table staged_assessments (
            line integer, nip text, assessed_on date, competency numeric, potential numeric, employment_id bigint
        ) on commit drop
        """

    static func stage(_ row: inout ImportRow, asOf day: CivilDate) -> [any PostgresEncodable]? {
        let nip = row.nip("NIP", asOf: day)
        let date = row.date("Tanggal Asesmen", required: true)
        if let date, date > day { row.reject("Tanggal Asesmen", "date_future", "lies in the future") }
        let competency = score("X - Penilaian Kompetensi", &row)
        let potential = score("X - Penilaian Potensi", &row)
        if row.isGood, competency == nil, potential == nil {
            row.reject("X - Penilaian Potensi", "missing", "the row has no score at all")
        }
        return row.isGood ? [nip?.text, date, competency, potential] : nil
    }

    private static func score(_ column: String, _ row: inout ImportRow) -> Numeric? {
        row.value(column, required: false, "score", "not a number from 0 to 100 with at most two decimals") { text in
            guard let score = Numeric(text), let value = Double(text), (0...100).contains(value),
                (text.split(separator: ".").dropFirst().first?.count ?? 0) <= 2
            else { return nil }
            return score
        }
    }

    static func apply(_ context: ImportContext, _ tx: inout Transaction, _ report: inout ImportReport) async throws {
        try rejectUnknownAndRepeated("NIP", context, &tx, &report)
        let (added, changed, all) = try tx.one(
            """
            with stated as (
                select s.line, s.employment_id, v.kind, v.score, s.assessed_on
                from staged_assessments s
                cross join lateral (values ('competency', s.competency), ('potential', s.potential)) v (kind, score)
                where v.score is not null
            ), known as (
                select t.line, r.score is not null as is_known
                from stated t
                left join assessment_result r on r.agency_id = \(context.agency)
                    and r.employment_id = t.employment_id and r.kind = t.kind and r.assessed_on = t.assessed_on
            ), written as (
                insert into assessment_result (agency_id, employment_id, kind, score, assessed_on)
                select \(context.agency), employment_id, kind, score, assessed_on from stated order by line, kind
                on conflict (agency_id, employment_id, kind, assessed_on) do update
                set score = excluded.score where assessment_result.score <> excluded.score
                returning employment_id
            ), rows as (
                select s.line, bool_or(k.is_known) as is_known,
                    exists (select from written w where w.employment_id = s.employment_id) as is_written
                from staged_assessments s join known k on k.line = s.line
                group by s.line, s.employment_id
            )
            select count(*) filter (where is_written and not is_known),
                count(*) filter (where is_written and is_known), count(*)
            from rows
            """,
            as: (Int, Int, Int).self
        )
        report.added = added
        report.changed = changed
        report.unchanged = all - added - changed
    }
}
