/// Why a move is proposed, and so by whom; raw values are codes for data.
public enum TransferBasis: String, Sendable, Hashable, CaseIterable {
    /// The agency plans it (PP 11/2017 art. 190(1) and (4)).
    case agencyNeed = "agency_need"
    /// The employee asks for it (art. 190(6)).
    case ownRequest = "own_request"
    /// Units are renamed, merged or closed (PP 11/2017 art. 130).
    case reorganisation
    /// From the succession group, without open selection, where BKN has approved the city's talent management (PermenPANRB
    /// 3/2020).
    case talentPlan = "talent_plan"
    /// A panel gave three names, of which this is one (PP 11/2017 art. 107).
    case openSelection = "open_selection"
    /// A disciplinary decree (PP 94/2021 art. 8).
    case discipline
    /// The result of a performance evaluation (PP 30/2019 arts 56–58).
    case performance

    public init?(code: some StringProtocol) {
        self.init(rawValue: String(code))
    }

    /// A stable code for data.
    public var code: String { rawValue }
}
