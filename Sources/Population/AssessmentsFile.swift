import Personnel

/// Results of assessment centres in SIMATA's column names: competency and potential.
enum AssessmentsFile {
    struct Row {
        let servant: Servant
        let unit: OrgUnit
        let assessed: CivilDate
        let competency: Int
        let potential: Int
    }

    private static let assessedShare = 0.88

    static func text(_ workforce: Workforce, seed: UInt64, asOf: CivilDate) -> String {
        var random = RandomStream(seed: seed, "assessments", workforce.profile.code.description)
        // Results are valid for three years.
        let oldest = asOf.adding(months: -36) + 1
        let rows = workforce.servants.compactMap { servant -> Row? in
            guard random.chance(assessedShare) else { return nil }
            let first = max(oldest, servant.career.appointed)
            return Row(
                servant: servant,
                unit: workforce.establishment.units[servant.appointment.unit],
                assessed: first + random.below(asOf - first + 1),
                competency: hundredths(servant, &random),
                potential: hundredths(servant, &random)
            )
        }
        return columns.text(rows)
    }

    /// Mean 73 and deviation 11; two scores of a person correlate by 0.64, the square of the ability's part.
    private static func hundredths(_ servant: Servant, _ random: inout RandomStream) -> Int {
        let score = 73 + 11 * (0.8 * servant.ability + 0.6 * random.bell())
        return Int((min(max(score, 0), 100) * 100).rounded())
    }

    private static let columns: [FileColumn<Row>] = [
        FileColumn("NIP") { $0.servant.nip.text },
        FileColumn("Nama") { $0.servant.name },
        FileColumn("Unit Organisasi") { $0.unit.name },
        FileColumn("Jabatan") { $0.servant.appointment.title },
        FileColumn("Tanggal Asesmen") { $0.assessed.siasn },
        FileColumn("X - Penilaian Kompetensi") { decimal($0.competency) },
        FileColumn("X - Penilaian Potensi") { decimal($0.potential) },
    ]

    private static func decimal(_ hundredths: Int) -> String {
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
