/// How a list is printed.
public enum OutputFormat: String, CaseIterable, Sendable {
    /// Aligned columns for people.
    case table
    /// An array of objects, keys in the order of the columns.
    case json
    /// RFC 4180 with a header.
    case csv
}
