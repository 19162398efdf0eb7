import Personnel

/// The head counts of one agency of `agency_marginals.csv`, each by one attribute.
struct Marginals: Sendable {
    let number: Int
    let total: Int
    /// By level of post: JPT, administrator, pengawas, functional, executor.
    let levels: [Double]
    /// By `Sex.allCases`.
    let sexes: [Double]
    /// By `AgeBand.allCases`.
    let ageBands: [Double]
    /// By `ranks`.
    let rankCounts: [Double]
    /// By `educations`.
    let educationCounts: [Double]

    /// The ranks that the file counts: nobody there is I/a or I/b.
    static let ranks = GradeRank.all.filter { $0.id >= 13 }

    /// The levels of schooling that the file counts: kinds of secondary school are one.
    static let educations: [EducationLevel] = [
        .primary, .lowerSecondary, .upperSecondary, .diploma1, .diploma2, .diploma3, .diploma4, .bachelor, .master,
        .doctor,
    ]

    static let all: [Marginals] = EmbeddedTable("agency_marginals.csv").rows.map(Marginals.init)

    private init(_ row: EmbeddedTable.Row) {
        func counts(_ columns: String...) -> [Double] { columns.map { Double(row.number($0)) } }
        number = row.number("agency_no")
        total = row.number("total")
        levels =
            [counts("echelon_1", "echelon_2").reduce(0, +)]
            + counts("echelon_3", "echelon_4", "functional", "executor")
        sexes = counts("male", "female")
        ageBands = AgeBand.allCases.map { Double(row.number($0.column)) }
        rankCounts = Self.ranks.map { rank in
            Double(row.number("rank_" + rank.code.lowercased().filter { $0 != "/" }))
        }
        educationCounts = counts(
            "edu_sd",
            "edu_sltp",
            "edu_slta",
            "edu_di",
            "edu_dii",
            "edu_diii",
            "edu_div",
            "edu_s1",
            "edu_s2",
            "edu_s3"
        )
    }
}
