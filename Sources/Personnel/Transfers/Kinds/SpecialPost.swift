/// A post for which the rules of transfers have a word of their own: a consent, an I-Mut sub-type, or the freeze before an
/// election. Raw values are codes for data.
public enum SpecialPost: String, Sendable, Hashable, CaseIterable {
    /// Sekretaris Daerah.
    case regionalSecretary = "regional_secretary"
    /// Sekretaris DPRD.
    case councilSecretary = "council_secretary"
    case inspector
    /// Kepala Satpol PP.
    case publicOrderHead = "public_order_head"
    /// The head of Disdukcapil, and its administrators and supervisors.
    case civilRegistry = "civil_registry"
    /// Camat.
    case districtHead = "district_head"
    /// Inspektur Pembantu.
    case assistantInspector = "assistant_inspector"
    /// Kepala Puskesmas, an extra duty of a functional post.
    case healthCentreHead = "health_centre_head"
    /// Kepala Sekolah, an extra duty of a teacher.
    case schoolHead = "school_head"

    public init?(code: some StringProtocol) {
        self.init(rawValue: String(code))
    }

    /// Tells it from the title as decrees write it, in whatever capitals, and from the agency; nil for all other posts.
    public init?(title: String, agency: AgencyCode, level: PositionLevel) {
        let title = title.lowercased()
        func begins(_ words: [String]) -> Bool { words.contains { title == $0 || title.hasPrefix($0 + " ") } }
        if begins(["inspektur pembantu"]) {
            self = .assistantInspector
        } else if level == .jptPratama, begins(["inspektur"]) {
            self = .inspector
        } else if level == .jptPratama, begins(["sekretaris daerah"]) {
            self = .regionalSecretary
        } else if level == .jptPratama, begins(["sekretaris dprd", "sekretaris dewan perwakilan rakyat daerah"]) {
            self = .councilSecretary
        } else if begins(["kepala satpol pp", "kepala satuan polisi pamong praja"]) {
            self = .publicOrderHead
        } else if begins(["camat"]) {
            self = .districtHead
        } else if begins(["kepala puskesmas", "kepala upt puskesmas", "kepala uptd puskesmas"]) {
            self = .healthCentreHead
        } else if begins(["kepala sekolah"]) {
            self = .schoolHead
        } else if level.isManagerial, agency == AgencyCode("disdukcapil") {
            self = .civilRegistry
        } else {
            return nil
        }
    }

    /// A stable code for data.
    public var code: String { rawValue }

    /// Whether it heads a unit as an extra duty: the freeze before an election covers it though the post is functional.
    public var isLeadingDuty: Bool {
        switch self {
        case .healthCentreHead, .schoolHead: true
        default: false
        }
    }

    /// Whether others than the mayor have to be heard before the post is filled: the governor, the DPRD's leaders or the
    /// minister (unverified; I-Mut has a sub-type for each, which suggests it).
    public func needsConsent(level: PositionLevel) -> Bool {
        switch self {
        case .regionalSecretary, .councilSecretary, .inspector: true
        case .civilRegistry: level == .jptPratama
        default: false
        }
    }
}
