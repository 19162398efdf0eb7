/// A unit of an agency (unit organisasi).
struct OrgUnit: Sendable {
    /// SIASN's id.
    let id: String
    let name: String
    /// A position among the establishment's units; nil for the agency itself.
    let parent: Int?
}

/// A post that leads, with one seat.
struct StructuralPost: Sendable {
    /// A position among the establishment's units.
    let unit: Int
    let title: String
    let echelon: StructuralEchelon
    let isVacant: Bool
    /// False for a deputy, such as a ward's secretary.
    let leadsUnit: Bool
}
