public import Texts

/// What an import did, or in a dry run would do.
public struct ImportReport: Sendable {
    /// Data rows of the file, without those that are blank.
    public var rows = 0
    /// Rows without any value, passed over: they say nothing about anybody.
    public var blank = 0
    public var added = 0
    public var changed = 0
    public var unchanged = 0
    /// Number of rows not imported.
    public var rejected = 0
    /// Why they were rejected; a row can have several reasons.
    public var rejections = ImportFindings()
    /// Warnings about rows that were imported anyway.
    public var warnings = ImportFindings()

    private let listener: ImportListener

    public init() {
        listener = ImportListener()
    }

    init(_ listener: ImportListener) {
        self.listener = listener
    }

    /// Notes why a row is not imported; the code that leaves the row out counts it.
    mutating func reject(_ finding: ImportFinding) throws {
        rejections.append(finding)
        try listener.rejection(finding)
    }

    mutating func warn(_ finding: ImportFinding) throws {
        warnings.append(finding)
        try listener.warning(finding)
    }
}

/// Receives every finding as it comes, before the import is kept: first the findings in the file's cells, by line, then
/// rows that contradict each other or the database.
public struct ImportListener: Sendable {
    /// Called for a row that is not imported.
    public var rejection: @Sendable (ImportFinding) throws -> Void
    /// Called for a row that is imported anyway.
    public var warning: @Sendable (ImportFinding) throws -> Void
    /// Called for each value that the import changes, in a dry run, too, when all is applied. With nil nothing is compared.
    public var change: (@Sendable (ImportChange) throws -> Void)?
    /// Called once, when all is applied and right before it is kept.
    public var keeping: @Sendable () -> Void

    public init(
        rejection: @escaping @Sendable (ImportFinding) throws -> Void = { _ in },
        warning: @escaping @Sendable (ImportFinding) throws -> Void = { _ in },
        change: (@Sendable (ImportChange) throws -> Void)? = nil,
        keeping: @escaping @Sendable () -> Void = {}
    ) {
        self.rejection = rejection
        self.warning = warning
        self.change = change
        self.keeping = keeping
    }
}

/// What is wrong or unusual in one cell. It holds no value of the cell, because those are personal data.
public struct ImportFinding: Sendable, Hashable {
    /// Physical line of the file on which the row begins, from 1.
    public let line: Int
    /// The file's name of the column.
    public let column: String
    public let problem: ImportProblem
    /// By the names of the places in the problem's text.
    let arguments: [String: TextArgument]

    init(line: Int, column: String, _ problem: ImportProblem, _ arguments: [String: TextArgument] = [:]) {
        (self.line, self.column, self.problem, self.arguments) = (line, column, problem, arguments)
    }

    /// Stable, for programs: `nip_shape`, `unknown_person`, ….
    public var code: String { problem.code }

    public var reason: Wording { problem(arguments) }
}
