import Personnel

/// Results of competency assessments, in the columns of the import of competencies: of those who hold a structural post,
/// lead a workplace, or are experts of a tier from which such posts are filled.
enum CompetenciesFile {
    struct Row {
        let servant: Servant
        let competency: Competency
        let level: CompetencyLevel
        let assessed: CivilDate
        let document: String
    }

    private static let assessedShare = 0.88
    /// Some were assessed before there was a test of every competency.
    private static let wholeShare = 0.93
    /// Results are valid for three years: some have expired.
    private static let months = 40

    static func text(_ workforce: Workforce, seed: UInt64, asOf: CivilDate) -> String {
        var random = RandomStream(seed: seed, "competencies", workforce.profile.code.description)
        let rows = workforce.servants.flatMap { servant -> [Row] in
            guard let usual = usual(servant, workforce.profile), random.chance(assessedShare) else { return [] }
            let first = max(asOf.adding(months: -months) + 1, servant.career.appointed)
            let assessed = first + random.below(asOf - first + 1)
            let document = DocumentNumber.make(893, assessed, &random)
            let tested = random.chance(wholeShare) ? Competency.allCases : Array(Competency.allCases.dropLast(2))
            return tested.map { competency in
                Row(
                    servant: servant,
                    competency: competency,
                    level: level(servant, usual, &random),
                    assessed: assessed,
                    document: document
                )
            }
        }
        return columns.text(rows)
    }

    private static func usual(_ servant: Servant, _ profile: AgencyProfile) -> CompetencyLevel? {
        switch servant.appointment.kind {
        case .structural(let echelon):
            PositionLevel(echelonID: echelon.rawValue).flatMap { CompetencyLevel.standard(of: $0) }
        case .functional:
            CompetencyRow.isHead(servant.appointment, profile) || servant.appointment.title.hasSuffix("Ahli Madya")
                ? .intermediate : nil
        case .executor: nil
        }
    }

    /// About what the own post asks; the able have more.
    private static func level(
        _ servant: Servant,
        _ usual: CompetencyLevel,
        _ random: inout RandomStream
    ) -> CompetencyLevel {
        let shown = Double(usual.rawValue) + 0.25 + 0.7 * servant.ability + 0.6 * random.bell()
        return CompetencyLevel(rawValue: min(max(Int(shown.rounded()), 1), 5)) ?? usual
    }

    private static let columns: [FileColumn<Row>] = [
        FileColumn("nip") { $0.servant.nip.text },
        FileColumn("kompetensi") { $0.competency.title },
        FileColumn("level") { String($0.level.rawValue) },
        FileColumn("tanggalAsesmen") { $0.assessed.siasn },
        FileColumn("nomorDokumen") { $0.document },
    ]
}
