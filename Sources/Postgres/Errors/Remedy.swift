/// What helps after an error that the server reports, and so who has to do something.
///
/// ```swift
/// switch SQLState("53100").remedy {
/// case .wait: print("the server lacks something; the same work will succeed when it has it again")
/// default: print("waiting does not help")
/// }
/// ```
public enum Remedy: Sendable, Hashable, CaseIterable {
    /// Do the same work again: another transaction was in its way, or somebody cancelled it.
    case again
    /// Wait, and ask again on another connection: the server is away, takes no writes, or lacks disk, memory or connections.
    case wait
    /// Put a value right, one that was given or one that is stored.
    case data
    /// Use a login that may do it, or give this one the right.
    case permission
    /// Mend what stands around the program: the database, its schema, the server's version or settings, a pooler in between.
    case setup
}

extension SQLState {
    /// What helps. Every state has one (manual, appendix A), also one that no version of PostgreSQL knows yet.
    public var remedy: Remedy { Self.exceptions[code] ?? Self.classes[String(code.prefix(2))] ?? .setup }

    /// Classes that are not listed say that the server did not understand the program: `setup`.
    private static let classes: [String: Remedy] = [
        "08": .wait, "21": .data, "22": .data, "23": .data, "28": .permission, "40": .again, "44": .data, "53": .wait,
        "54": .data, "57": .wait, "58": .wait, "72": .again, "XX": .wait,
    ]

    private static let exceptions: [String: Remedy] = [
        // A role or a setting that is not there.
        "22023": .setup,
        // The server takes no writes, as a standby does; sessions that were ended for standing idle in a transaction.
        "25006": .wait, "25P03": .again, "25P04": .again,
        // What a commit found broken, and one whose fate nobody knows.
        "40002": .data, "40003": .wait,
        "42501": .permission, "0L000": .permission,
        "55000": .data, "55006": .again, "55P03": .again,
        "57014": .again, "57P04": .setup,
        // What functions raise when they find no row, or too many.
        "P0002": .data, "P0003": .data,
    ]
}
