/// How a person holds a post. Only a definitive assignment takes the seat. Raw values are those of the database.
public enum AssignmentKind: String, Sendable, Hashable, CaseIterable {
    case definitive
    /// Pelaksana tugas (Plt), or penjabat (Pj): the seat is vacant.
    case acting
    /// Pelaksana harian (Plh): the holder is absent.
    case standingIn = "standing_in"
    /// Tugas tambahan.
    case additional

    /// SIASN's `jenisPenugasanId`.
    public init?(siasn: String) {
        switch siasn.uppercased() {
        case "D": self = .definitive
        case "PLT", "PJ": self = .acting
        case "PLH": self = .standingIn
        case "TT": self = .additional
        default: return nil
        }
    }

    public var siasn: String {
        switch self {
        case .definitive: "D"
        case .acting: "PLT"
        case .standingIn: "PLH"
        case .additional: "TT"
        }
    }

    private static let words: [(word: String, kind: AssignmentKind)] = [
        ("plt.", .acting), ("plt", .acting), ("pelaksana tugas", .acting), ("pj.", .acting), ("pj", .acting),
        ("plh.", .standingIn), ("plh", .standingIn), ("pelaksana harian", .standingIn),
    ]

    /// What the words before a title say ("Plt. Kepala Bidang"), and the title of the post itself. Nil where they say
    /// nothing: then the post may be held in any way.
    public static func named(in title: String) -> (kind: AssignmentKind?, title: String) {
        let lowered = title.lowercased()
        for (word, kind) in words where lowered.hasPrefix(word) {
            let rest = title.dropFirst(word.count)
            let name = rest.drop { $0 == " " }
            guard word.hasSuffix(".") || name.count < rest.count, !name.isEmpty else { continue }
            return (kind, String(name))
        }
        return (nil, title)
    }
}
