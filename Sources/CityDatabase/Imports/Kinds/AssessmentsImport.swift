import Personnel
import Postgres

/// Scores of the talent map's components in the column names of SIMATA's export: results of assessment centres,
/// feedback, and other scores of other systems.
///
/// A score counts where this system has no records of its own for the component; the rating of the cycle always counts.
enum AssessmentsImport: StagedImport {
    static let columns: [ImportColumn] =
        [.required("NIP"), .required("Tanggal Asesmen")] + TalentComponent.allCases.map { .optional($0.simataColumn) }

    static let stagingTable: Identifier = "staged_assessments"
    static let stagingColumns: [Identifier] =
        ["nip", "assessed_on"] + TalentComponent.allCases.map { Identifier($0.rawValue) }
    static let staging: SQL =
        """
        create temporary table staged_assessments (
            line integer, nip text, assessed_on date, rating numeric, award numeric, team_duty numeric,
            feedback numeric, competency numeric, development numeric, experience numeric, potential numeric,
            education numeric, field_match numeric, discipline numeric, employment_id bigint
        ) on commit drop
        """

    static func stage(_ row: inout ImportRow, asOf day: CivilDate) -> [any PostgresEncodable]? {
        let nip = row.nip("NIP", asOf: day)
        let date = row.date("Tanggal Asesmen", asOf: day, required: true)
        if let date, date > day { row.reject("Tanggal Asesmen", .dateFuture) }
        let scores = TalentComponent.allCases.map { component in
            row.value(
                component.simataColumn,
                required: false,
                .score
            ) { Score($0).flatMap { Numeric($0.description) } }
        }
        if row.isGood, scores.allSatisfy({ $0 == nil }) {
            row.reject("NIP", .missingScore)
        }
        return row.isGood ? [nip?.text, date] + scores : nil
    }

    static func apply(_ context: ImportContext, _ tx: inout Transaction, _ report: inout ImportReport) async throws {
        try rejectUnknownAndRepeated("NIP", context, &tx, &report)
        try tx.execute(
            """
            create temporary table stated_scores on commit drop as
            select s.line, s.employment_id, v.kind, v.score, s.assessed_on, e.evidence_id, e.score as known
            from staged_assessments s
            cross join lateral (values
                ('rating', s.rating), ('award', s.award), ('team_duty', s.team_duty), ('feedback', s.feedback),
                ('competency', s.competency), ('development', s.development), ('experience', s.experience),
                ('potential', s.potential), ('education', s.education), ('field_match', s.field_match),
                ('discipline', s.discipline)
            ) v (kind, score)
            left join evidence e on e.agency_id = \(context.agency) and e.employment_id = s.employment_id
                and e.kind = v.kind and e.occurred_on = s.assessed_on and e.score is not null and e.withdrawn_at is null
            where v.score is not null
            """
        )
        // A corrected score replaces the earlier one, which stays readable.
        try tx.execute(
            """
            update evidence e set withdrawn_at = now()
            from stated_scores s
            where e.agency_id = \(context.agency) and e.evidence_id = s.evidence_id and s.known <> s.score
            """
        )
        try tx.execute(
            """
            insert into evidence (agency_id, employment_id, kind, score, occurred_on)
            select \(context.agency), employment_id, kind, score, assessed_on
            from stated_scores where known is distinct from score
            order by line, kind
            """
        )
        let (added, changed, all) = try tx.one(
            """
            select count(*) filter (where is_written and not is_known), count(*) filter (where is_written and is_known),
                count(*)
            from (
                select bool_or(known is not null) as is_known, bool_or(known is distinct from score) as is_written
                from stated_scores group by line
            ) r
            """,
            as: (Int, Int, Int).self
        )
        report.added = added
        report.changed = changed
        report.unchanged = all - added - changed
    }

    static func known(_ agency: AgencyID) -> SQL {
        """
        select s.line, s.nip, to_char(s.assessed_on, 'DD-MM-YYYY'), k.place, k.name, v.score::text
        from staged_assessments s
        join person p on p.agency_id = \(agency) and p.nip = s.nip
        join employment e on e.agency_id = p.agency_id and e.person_id = p.person_id and upper_inf(e.valid)
        join evidence v on v.agency_id = e.agency_id and v.employment_id = e.employment_id
            and v.occurred_on = s.assessed_on and v.score is not null and v.withdrawn_at is null
        join unnest(\(TalentComponent.allCases.map(\.rawValue)), \(TalentComponent.allCases.map(\.simataColumn)))
            with ordinality as k (kind, name, place) on k.kind = v.kind
        """
    }
}
