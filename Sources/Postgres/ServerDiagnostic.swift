/// What the server says about an error (manual, section 55.8).
///
/// `message`, `detail`, `hint` and `context` may quote row values, so only `summary` is fit for a log.
public struct ServerDiagnostic: Sendable, Hashable {
    public var severity: String
    public var sqlState: SQLState
    public var message: String
    public var detail: String?
    public var hint: String?
    public var context: String?
    public var schema: String?
    public var table: String?
    public var column: String?
    public var constraint: String?
    /// Position in the statement's text, in characters from 1.
    public var position: Int?

    /// State, message and the objects concerned. Messages of class 22 (data exception) quote the offending value and
    /// are left out.
    public var summary: String {
        var parts = sqlState.code.hasPrefix("22") ? ["data exception"] : [message]
        if let constraint { parts.append("constraint \(constraint)") }
        if let table { parts.append("table \(table)") }
        if let column { parts.append("column \(column)") }
        return parts.joined(separator: ", ") + " (SQLSTATE \(sqlState))"
    }
}
