/// How far a move goes inside the city; raw values are codes for data.
///
/// To the law all of them are one route, within one government (PP 11/2017 art. 190(2)): *instansi* is the whole city, not the
/// dinas. They differ in which agencies are asked.
public enum TransferRoute: String, Sendable, Hashable, CaseIterable {
    case withinUnit = "within_unit"
    case withinAgency = "within_agency"
    case betweenAgencies = "between_agencies"

    public init?(code: some StringProtocol) {
        self.init(rawValue: String(code))
    }

    public init(from source: TransferSeat, to target: TransferSeat) {
        if source.name.agency != target.name.agency {
            self = .betweenAgencies
        } else {
            self = source.name.unit == target.name.unit ? .withinUnit : .withinAgency
        }
    }

    /// A stable code for data.
    public var code: String { rawValue }
}
