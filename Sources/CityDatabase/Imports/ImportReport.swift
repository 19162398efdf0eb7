/// What an import did, or in a dry run would do.
public struct ImportReport: Sendable {
    /// Data rows of the file.
    public var rows = 0
    public var added = 0
    public var changed = 0
    public var unchanged = 0
    /// Rows not imported, by line; a row can have several.
    public var rejections: [ImportFinding] = []
    /// Rows imported all the same.
    public var warnings: [ImportFinding] = []

    public init() {}

    /// Number of rows not imported.
    public var rejected: Int { Set(rejections.map(\.line)).count }
}

/// What is wrong, or strange, in one cell. Holds no value of the cell: those are personal data.
public struct ImportFinding: Sendable, Hashable {
    /// Physical line of the file on which the row begins, from 1.
    public let line: Int
    /// The file's name of the column.
    public let column: String
    /// Stable, for programs: `nip_shape`, `unknown_person`, ….
    public let code: String
    public let reason: String
}
