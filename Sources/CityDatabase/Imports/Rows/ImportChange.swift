/// A value that an import changes, in the words of the file's column.
public struct ImportChange: Sendable, Hashable {
    /// The line of the row that changes it; nil where the file has no row of it and takes it back.
    public let line: Int?
    /// Whose value it is; nil of a unit or a post.
    public let nip: String?
    /// Which of several things of the kind: a cycle, a day, a unit, an award; empty where there can be only one.
    public let record: String
    /// The file's name of the column.
    public let column: String
    /// Nil where there was nothing.
    public let former: String?
    /// Nil where nothing is left.
    public let present: String?
}
