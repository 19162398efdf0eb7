import Personnel

/// A kind of functional post (jabatan fungsional), such as nurse or auditor.
struct FunctionalPost: Sendable {
    let name: String
    let field: FieldOfStudy
    /// Whether it has only the tiers of expertise, which ask for a degree.
    let needsDegree: Bool
    let isForWomen: Bool
    let retirementAge: Int

    static func named(_ name: String) -> FunctionalPost? {
        all.first { $0.name == name }
    }

    /// For whom none of an agency's own kinds fits.
    static let archivist = named("Arsiparis") ?? all[0]

    private static let all = EmbeddedTable("functional_posts.csv").rows
        .map { row in
            FunctionalPost(
                name: row["name"],
                field: .named(row["field"]),
                needsDegree: row["degree"] == "yes",
                isForWomen: row["women_only"] == "yes",
                retirementAge: row.number("retirement_age")
            )
        }

    func fits(_ sex: Sex, _ education: EducationLevel) -> Bool {
        (sex == .female || !isForWomen) && (education >= .diploma4 || !needsDegree)
    }

    /// The title with its tier, by the holder's rank: tiers of expertise for those with a degree, of skill for others.
    func title(rank: GradeRank?, education: EducationLevel) -> String {
        let isExpert = needsDegree || education >= .diploma4
        guard let rank else { return "\(name) \(isExpert ? "Ahli Pertama" : "Terampil")" }
        let tier =
            switch (isExpert, rank.id) {
            case (true, 44...): "Ahli Utama"
            case (true, 41...): "Ahli Madya"
            case (true, 33...): "Ahli Muda"
            case (true, _): "Ahli Pertama"
            case (false, 33...): "Penyelia"
            case (false, 31...): "Mahir"
            case (false, ..<23): "Pemula"
            default: "Terampil"
            }
        return "\(name) \(tier)"
    }
}
