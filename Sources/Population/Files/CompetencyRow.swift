import Personnel

/// What the files of competencies have in common: the posts that have a standard, and what these ask.
enum CompetencyRow {
    struct Asking: Hashable {
        let unit: Int
        let title: String
        let levels: [CompetencyLevel]
    }

    /// The posts with a standard of their own: those of echelon II and III, those that lead a workplace, and those of
    /// echelon IV that meet the public. In order, none twice.
    static func asking(_ workforce: Workforce) -> [Asking] {
        let structural = workforce.establishment.posts
            .filter { $0.echelon.rawValue < StructuralEchelon.iva.rawValue || meetsPublic($0.title) }
            .map { Asking(unit: $0.unit, title: $0.title, levels: levels(usual($0), title: $0.title)) }
        var known = Set(structural)
        let heads = workforce.servants.map(\.appointment).filter { isHead($0, workforce.profile) }
            .map { Asking(unit: $0.unit, title: $0.title, levels: levels(.intermediate, title: $0.title)) }
            .filter { known.insert($0).inserted }
        return structural + heads
    }

    /// What is usual for the post's level.
    static func usual(_ post: StructuralPost) -> CompetencyLevel {
        PositionLevel(echelonID: post.echelon.rawValue).flatMap { CompetencyLevel.standard(of: $0) } ?? .basic
    }

    /// Whether the person leads a school, a health centre or an installation.
    static func isHead(_ appointment: Appointment, _ profile: AgencyProfile) -> Bool {
        appointment.title == profile.workplace?.headTitle
    }

    /// One level higher where the post meets the public: in communication and public service.
    private static func levels(_ usual: CompetencyLevel, title: String) -> [CompetencyLevel] {
        let higher = CompetencyLevel(rawValue: usual.rawValue + 1) ?? usual
        return Competency.allCases.map { competency in
            meetsPublic(title) && [.communication, .publicService].contains(competency) ? higher : usual
        }
    }

    private static func meetsPublic(_ title: String) -> Bool {
        ["Camat", "Lurah", "Kepala Puskesmas"].contains { title.hasPrefix($0) } || title.contains("Pelayanan")
            || title.contains("Hubungan Masyarakat")
    }
}
