/// A disciplinary sanction (hukuman disiplin, PP 94/2021 art. 8); raw values are codes for data.
public enum Sanction: String, Sendable, Hashable, CaseIterable {
    case oralWarning = "oral_warning"
    case writtenWarning = "written_warning"
    case writtenDissatisfaction = "written_dissatisfaction"
    case allowanceCut6 = "allowance_cut_6"
    case allowanceCut9 = "allowance_cut_9"
    case allowanceCut12 = "allowance_cut_12"
    case demotion
    case release
    case dismissal

    /// How heavy a sanction is; raw values are the levels of the discipline record's score.
    public enum Level: String, Sendable, Hashable, CaseIterable {
        case light
        case medium
        case heavy

        /// Reads the letter that SIASN has: "R", "S" or "B".
        public init?(siasn text: some StringProtocol) {
            guard let level = Self.allCases.first(where: { $0.siasn == text }) else { return nil }
            self = level
        }

        /// A stable code for data: "light", "medium", "heavy".
        public var code: String { rawValue }

        /// "R" (ringan), "S" (sedang) or "B" (berat).
        public var siasn: String {
            switch self {
            case .light: "R"
            case .medium: "S"
            case .heavy: "B"
            }
        }

        public var title: String {
            switch self {
            case .light: "Ringan"
            case .medium: "Sedang"
            case .heavy: "Berat"
            }
        }
    }

    public init?(code: some StringProtocol) {
        self.init(rawValue: String(code))
    }

    /// A stable code for data, such as "written_warning".
    public var code: String { rawValue }

    public var level: Level {
        switch self {
        case .oralWarning, .writtenWarning, .writtenDissatisfaction: .light
        case .allowanceCut6, .allowanceCut9, .allowanceCut12: .medium
        case .demotion, .release, .dismissal: .heavy
        }
    }

    public var title: String {
        switch self {
        case .oralWarning: "Teguran Lisan"
        case .writtenWarning: "Teguran Tertulis"
        case .writtenDissatisfaction: "Pernyataan Tidak Puas Secara Tertulis"
        case .allowanceCut6: "Pemotongan Tunjangan Kinerja 25% Selama 6 Bulan"
        case .allowanceCut9: "Pemotongan Tunjangan Kinerja 25% Selama 9 Bulan"
        case .allowanceCut12: "Pemotongan Tunjangan Kinerja 25% Selama 12 Bulan"
        case .demotion: "Penurunan Jabatan Setingkat Lebih Rendah Selama 12 Bulan"
        case .release: "Pembebasan dari Jabatan Menjadi Jabatan Pelaksana Selama 12 Bulan"
        case .dismissal: "Pemberhentian dengan Hormat Tidak Atas Permintaan Sendiri"
        }
    }

    /// How long it is served; nil for the light ones, which are given once, and for dismissal, which does not end.
    public var months: Int? {
        switch self {
        case .allowanceCut6: 6
        case .allowanceCut9: 9
        case .allowanceCut12, .demotion, .release: 12
        case .oralWarning, .writtenWarning, .writtenDissatisfaction, .dismissal: nil
        }
    }

    /// Whether it never ends.
    public var isPermanent: Bool { self == .dismissal }

    /// Percent of the performance allowance that is cut while it is served.
    public var allowanceCut: Int { level == .medium ? 25 : 0 }

    /// The last day on which one that began on a day is served; nil when it has no duration.
    public func lastDay(from start: CivilDate) -> CivilDate? {
        months.map { start.adding(months: $0) + -1 }
    }

    /// Whether one that began on a day is being served: the discipline record's level is "serving" then.
    public func isServed(on day: CivilDate, from start: CivilDate) -> Bool {
        guard day >= start else { return false }
        return isPermanent || lastDay(from: start).map { day <= $0 } ?? false
    }
}
