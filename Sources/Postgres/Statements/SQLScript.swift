/// A file of statements that comes with the program, such as a migration.
///
/// It is the one way for run-time text to the server, and says so in its name: never give it what a user typed.
///
/// ```swift
/// try tx.run(SQLScript(name: "limits", uncheckedText: "set local lock_timeout = '2s'; set local work_mem = '64MB'"))
/// ```
public struct SQLScript: Sendable {
    /// The file's name, for messages.
    public let name: String
    /// Its statements, with `;` between them.
    public let text: String

    /// What an observer is told: the text may hold literals.
    var label: SQL { SQL(uncheckedText: "script \(name)") }

    /// The text is not checked: it must come with the program.
    ///
    /// - Parameters:
    ///   - name: the file's name.
    ///   - text: its statements.
    public init(name: String, uncheckedText text: String) {
        self.name = name
        self.text = text
    }
}
