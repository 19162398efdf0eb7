import Personnel

/// What somebody studied, and the degrees it gives.
struct FieldOfStudy: Sendable {
    let name: String
    let bachelor: String
    let master: String
    /// Found in every office, whatever its work.
    let isGeneral: Bool

    static let all = EmbeddedTable("fields_of_study.csv").rows
        .map {
            FieldOfStudy(
                name: $0["field"],
                bachelor: $0["bachelor"],
                master: $0["master"],
                isGeneral: $0["general"] == "yes"
            )
        }

    static let general = all.filter(\.isGeneral)

    static func named(_ name: String) -> FieldOfStudy {
        guard let field = all.first(where: { $0.name == name }) else {
            preconditionFailure("fields_of_study.csv lacks \(name)")
        }
        return field
    }

    /// The titles before and after the name of somebody who went this far.
    func titles(at level: EducationLevel) -> (front: String?, back: String?) {
        switch level {
        case .doctor: ("Dr.", "\(bachelor), \(master)")
        case .master: (nil, "\(bachelor), \(master)")
        case .bachelor: (nil, bachelor)
        case .diploma4: (nil, "S.Tr.")
        case .diploma3: (nil, "A.Md.")
        default: (nil, nil)
        }
    }

    /// SIASN's `pendidikan_nama`, such as "S-1 Keperawatan".
    func schooling(at level: EducationLevel) -> String {
        switch level {
        case .primary: "SD"
        case .lowerSecondary: "SMP"
        case .upperSecondary: "SMA"
        default: "\(level.title) \(name)"
        }
    }
}

extension EducationLevel {
    /// The age at which it is usually reached.
    var usualAge: Int {
        switch self {
        case .primary: 12
        case .lowerSecondary, .lowerSecondaryVocational: 15
        case .upperSecondary, .upperSecondaryVocational, .upperSecondaryTeaching: 18
        case .diploma1: 19
        case .diploma2: 20
        case .diploma3: 21
        case .diploma4, .bachelor: 22
        case .master: 25
        case .doctor: 29
        }
    }

    /// The rank with which a PNS usually begins, as a position in `GradeRank.all`.
    var entryRank: Int {
        switch self {
        case .primary: 0
        case .lowerSecondary, .lowerSecondaryVocational: 2
        case .upperSecondary, .upperSecondaryVocational, .upperSecondaryTeaching, .diploma1: 4
        case .diploma2: 5
        case .diploma3: 6
        case .diploma4, .bachelor: 8
        case .master: 9
        case .doctor: 10
        }
    }

    /// The class with which a PPPK is usually hired, 1...17.
    var contractClass: Int {
        switch self {
        case .primary: 1
        case .lowerSecondary, .lowerSecondaryVocational: 4
        case .upperSecondary, .upperSecondaryVocational, .upperSecondaryTeaching, .diploma1: 5
        case .diploma2: 6
        case .diploma3: 7
        case .diploma4, .bachelor: 9
        case .master: 10
        case .doctor: 11
        }
    }
}
