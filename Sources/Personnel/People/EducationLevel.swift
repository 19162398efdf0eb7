/// The level of a person's schooling; raw values are SIASN's ids (jenjang pendidikan), which rise with the level.
public enum EducationLevel: Int, Sendable, Hashable, CaseIterable {
    case primary = 5
    case lowerSecondary = 10
    case lowerSecondaryVocational = 12
    case upperSecondary = 15
    case upperSecondaryVocational = 17
    case upperSecondaryTeaching = 18
    case diploma1 = 20
    case diploma2 = 25
    case diploma3 = 30
    case diploma4 = 35
    case bachelor = 40
    case master = 45
    case doctor = 50

    /// Reads an id as SIASN writes it, "05" or "40"; a lost leading zero is forgiven.
    public init?(siasn id: some StringProtocol) {
        guard let level = Self.allCases.first(where: { id == $0.siasn || id == String($0.rawValue) }) else {
            return nil
        }
        self = level
    }

    /// The id in SIASN's two digits.
    public var siasn: String { rawValue < 10 ? "0\(rawValue)" : String(rawValue) }

    /// The usual short Indonesian name; the kinds of lower and of upper secondary school share one.
    public var title: String {
        switch self {
        case .primary: "SD"
        case .lowerSecondary, .lowerSecondaryVocational: "SLTP"
        case .upperSecondary, .upperSecondaryVocational, .upperSecondaryTeaching: "SLTA"
        case .diploma1: "D-I"
        case .diploma2: "D-II"
        case .diploma3: "D-III"
        case .diploma4: "D-IV"
        case .bachelor: "S-1"
        case .master: "S-2"
        case .doctor: "S-3"
        }
    }
}

extension EducationLevel: Comparable {
    public static func < (left: EducationLevel, right: EducationLevel) -> Bool { left.rawValue < right.rawValue }
}
