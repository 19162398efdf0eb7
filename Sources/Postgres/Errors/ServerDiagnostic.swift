/// What the server says about an error or a notice: all fields of the protocol (manual, section 55.8).
///
/// `message`, `detail`, `hint`, `internalQuery` and `context` may quote row values, so only `summary` is fit for a log.
///
/// ```swift
/// do {
///     try await database.transaction(as: scope) { tx in
///         try tx.execute("insert into unit (code) values (\("dinkes"))")
///     }
/// } catch let error as PostgresError where error.diagnostic?.constraint == "unit_code_key" {
///     print("there is such a unit already")
/// }
/// ```
public struct ServerDiagnostic: Sendable, Hashable {
    /// `ERROR`, `FATAL`, `PANIC`, `WARNING`, `NOTICE`, `DEBUG`, `INFO` or `LOG`, never translated.
    public var severity: String
    /// The code of appendix A.
    public var sqlState: SQLState
    /// The primary message, in the server's language.
    public var message: String
    /// More about the problem; may quote whole rows.
    public var detail: String?
    /// What to do about it.
    public var hint: String?
    /// Position in the statement's text, in characters from 1.
    public var position: Int?
    /// As `position`, in `internalQuery`.
    public var internalPosition: Int?
    /// The statement of a function in which it happened.
    public var internalQuery: String?
    /// The calls that led there, innermost first, a line each.
    public var context: String?
    /// The schema of the object concerned.
    public var schema: String?
    /// The table concerned.
    public var table: String?
    /// The column concerned.
    public var column: String?
    /// The data type concerned.
    public var dataType: String?
    /// The constraint that was violated; a unique index counts as one.
    public var constraint: String?
    /// File of the server's source code.
    public var sourceFile: String?
    /// Line of the server's source code.
    public var sourceLine: Int?
    /// Function of the server's source code.
    public var sourceFunction: String?

    /// The name of the condition, the objects concerned and the state. The server's own words are left out, because they
    /// may quote a row and are in its language; what a function of the schema raises is kept: the schema's author wrote it.
    public var summary: String {
        var parts = [isRaised ? message : sqlState.conditionName]
        if let constraint { parts.append("constraint \(constraint)") }
        if let table { parts.append("table \(table)") }
        if let column { parts.append("column \(column)") }
        if let dataType { parts.append("type \(dataType)") }
        return parts.joined(separator: ", ") + " (SQLSTATE \(sqlState))"
    }

    /// Whether `message` and `hint` are those of a `raise` in a PL/pgSQL function, and not the server's own.
    public var isRaised: Bool { sourceFunction == "exec_stmt_raise" }

    /// All that the server said, a field a line. It may quote whole rows: not for a log.
    public var fullText: String {
        let more: [(String, String?)] = [
            ("message", message), ("detail", detail), ("hint", hint), ("position", position.map { "\($0)" }),
            ("internal query", internalQuery), ("context", context), ("schema", schema), ("source", sourceFunction),
        ]
        return more.reduce(summary) { text, field in field.1.map { "\(text)\n\(field.0): \($0)" } ?? text }
    }

    /// Nothing more is to be had on this connection: the server has ended it, or another may reach one that serves. Where
    /// the server lacks something (class 53), another connection would only need more of it.
    var endsConnection: Bool {
        severity == "FATAL" || severity == "PANIC"
            || sqlState.remedy == .wait && !(SQLState.Class.insufficientResources ~= sqlState)
    }

    /// Something within the server is broken (class XX), and doing the same again may break it more.
    var tellsDamage: Bool { sqlState.code.hasPrefix("XX") }

    /// The server has a plan whose result no longer has the shape that was announced, or does not know the prepared
    /// statement at all.
    var isStalePlan: Bool {
        sqlState == .invalidStatementName
            || sqlState == .featureNotSupported && sourceFunction == "RevalidateCachedQuery"
    }
}

extension ServerDiagnostic: CustomStringConvertible, CustomDebugStringConvertible {
    /// The same as `summary`: nothing of a row.
    public var description: String { summary }
    public var debugDescription: String { summary }
}
