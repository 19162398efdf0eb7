/// A type of proposal in BKN's I-Mut, with its sub-type where it has one.
///
/// The numbers are those of a public client of the service, read in January 2026; BKN's own list was not at hand.
public struct ImutCode: Sendable, Hashable {
    /// 39...64.
    public let type: Int
    /// Such as 501; nil where the type has none, or none that applies.
    public let subtype: Int?

    public init(type: Int, subtype: Int? = nil) {
        (self.type, self.subtype) = (type, subtype)
    }

    /// What the form calls the type; nil for numbers that it does not have.
    public var title: String? { Self.titles[type] }

    /// What keeps a code from being derived; raw values are codes for data.
    public enum Gap: String, Sendable, Hashable, CaseIterable {
        /// How the person is employed.
        case employment
        /// The tier of a functional post, without which the direction is not known.
        case tier
        /// Whether the city is exempt from open selection.
        case selection
        /// The lawful cause of a demotion.
        case demotionCause = "demotion_cause"
        /// The seat that the person leaves.
        case source
        /// The published form has no type for such a move.
        case noType = "no_type"

        /// A stable code for data.
        public var code: String { rawValue }
    }

    private static let titles: [Int: String] = [
        40: "Pengangkatan ke Jabatan Fungsional", 41: "Pengangkatan dari JF ke Jabatan Manajerial",
        42: "Pengangkatan ke Jabatan Manajerial", 44: "Kenaikan Jenjang JF",
        48: "Pemberhentian karena Hukuman Disiplin",
        49: "Mutasi JPT", 50: "Mutasi Administrator", 51: "Mutasi Pengawas", 52: "Mutasi Kepala Puskesmas",
        53: "Mutasi Kepala Sekolah", 54: "Mutasi JF", 55: "Mutasi Khusus Guru", 56: "Mutasi Pelaksana",
        57: "Mutasi PPPK",
        58: "Pengukuhan JPT", 59: "Pengukuhan Administrator", 60: "Pengukuhan Pengawas", 61: "Pengukuhan JF",
        62: "Pengukuhan Pelaksana",
    ]
}
