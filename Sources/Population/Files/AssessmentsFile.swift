import Personnel

/// What is assessed about people, in SIMATA's column names: competency and potential by an assessment centre, how the
/// field of study fits the post, and what those around them say.
enum AssessmentsFile {
    struct Row {
        let servant: Servant
        let unit: OrgUnit
        let assessed: CivilDate
        let competency: Int
        let potential: Int
        /// 100 or 50; nil where nobody has compared.
        let fieldMatch: Int?
        let feedback: Int?
    }

    private static let assessedShare = 0.88
    private static let comparedShare = 0.93
    private static let feedbackShare = 0.92

    static func text(_ workforce: Workforce, seed: UInt64, asOf: CivilDate) -> String {
        var random = RandomStream(seed: seed, "assessments", workforce.profile.code.description)
        // Results are valid for three years.
        let oldest = asOf.adding(months: -36) + 1
        let rows = workforce.servants.compactMap { servant -> Row? in
            guard random.chance(assessedShare) else { return nil }
            let aptitude = aptitude(servant, &random)
            let first = max(oldest, servant.career.appointed)
            return Row(
                servant: servant,
                unit: workforce.establishment.units[servant.appointment.unit],
                assessed: first + random.below(asOf - first + 1),
                competency: hundredths(aptitude, &random),
                potential: hundredths(aptitude, &random),
                fieldMatch: random.chance(comparedShare) ? fieldMatch(servant, &random) : nil,
                feedback: random.chance(feedbackShare) ? feedback(servant, &random) : nil
            )
        }
        return columns.text(rows)
    }

    /// What a person's two scores have in common: mean 0 and deviation 1 over a city. An assessment centre asks for more
    /// than the work that raters see: schooling helps, and some do well at work and badly here.
    private static func aptitude(_ servant: Servant, _ random: inout RandomStream) -> Double {
        let schooling =
            switch servant.candidate.education {
            case ..<EducationLevel.diploma3: -1.4
            case .diploma3: -0.7
            case .diploma4, .bachelor: 0.1
            default: 0.5
            }
        return 0.45 * servant.ability + schooling + 0.7 * random.bell()
    }

    /// Mean 70 and deviation 11; two scores of a person correlate by 0.64, the square of the aptitude's part.
    private static func hundredths(_ aptitude: Double, _ random: inout RandomStream) -> Int {
        let score = 70 + 11 * (0.8 * aptitude + 0.6 * random.bell())
        return Int((min(max(score, 0), 100) * 100).rounded())
    }

    /// Schooling without a subject fits few posts; with one it fits most, above all a functional post's.
    private static func fieldMatch(_ servant: Servant, _ random: inout RandomStream) -> Int {
        let fits =
            switch (servant.candidate.education, servant.appointment.kind) {
            case (..<EducationLevel.diploma3, _): 0.2
            case (_, .functional): 0.7
            case (_, .structural): 0.6
            case (_, .executor): 0.4
            }
        return random.chance(fits) ? 100 : 50
    }

    /// Colleagues are kinder than assessment centres: mean 85 and deviation 7.
    private static func feedback(_ servant: Servant, _ random: inout RandomStream) -> Int {
        let score = 85 + 7 * (0.6 * servant.ability + 0.8 * random.bell())
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
        FileColumn("X - Kesesuaian Bidang Ilmu") { $0.fieldMatch.map { String($0) } },
        FileColumn("Y - Umpan Balik Kinerja 360") { $0.feedback.map(decimal) },
    ]

    private static func decimal(_ hundredths: Int) -> String {
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
