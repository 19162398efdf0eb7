import Personnel

/// What posts ask of competencies, in the columns of the import of standards.
enum StandardsFile {
    struct Row {
        let unit: OrgUnit
        let title: String
        let competency: Competency
        let level: CompetencyLevel
        let first: CivilDate
        let decree: String
    }

    static func text(_ workforce: Workforce, seed: UInt64, asOf: CivilDate) -> String {
        var random = RandomStream(seed: seed, "standards", workforce.profile.code.description)
        // One decree, of about two years ago.
        let first = asOf.adding(months: -24) + -random.below(180)
        let decree = DocumentNumber.make(60, first, &random)
        let rows = CompetencyRow.asking(workforce)
            .flatMap { post in
                zip(Competency.allCases, post.levels)
                    .map { competency, level in
                        Row(
                            unit: workforce.establishment.units[post.unit],
                            title: post.title,
                            competency: competency,
                            level: level,
                            first: first,
                            decree: decree
                        )
                    }
            }
        return columns.text(rows)
    }

    private static let columns: [FileColumn<Row>] = [
        FileColumn("unorId") { $0.unit.id },
        FileColumn("namaJabatan") { $0.title },
        FileColumn("kompetensi") { $0.competency.title },
        FileColumn("level") { String($0.level.rawValue) },
        FileColumn("berlakuMulai") { $0.first.siasn },
        FileColumn("nomorDokumen") { $0.decree },
    ]
}
