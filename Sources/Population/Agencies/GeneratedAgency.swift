public import Personnel

/// An agency of the city, with the number of its people.
public struct GeneratedAgency: Sendable, Hashable {
    public let code: AgencyCode
    public let name: String
    public let shortName: String
    /// secretariat, inspectorate, dinas, badan, satuan, hospital or district.
    public let kind: String
    /// At least 1.
    public let people: Int
}
