import Personnel

/// A post of the history: its place and how many seats it has.
struct HistoricPost: Hashable {
    enum Kind: Hashable {
        case structural(echelon: String)
        case functional
        case executor
    }

    /// SIASN's id of the unit.
    var unit: String
    let title: String
    let kind: Kind
    var seats: Int

    var isHead: Bool { if case .structural = kind { true } else { false } }
}

/// A unit of the history.
struct HistoricUnit: Hashable {
    let id: String
    let name: String
    /// The unit above; nil for the root.
    let parent: String?
}
