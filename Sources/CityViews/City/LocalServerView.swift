public import Reports
import Texts

/// A private server as a table.
public enum LocalServerView {
    /// - Parameters:
    ///   - state: absent, closed, stopped or running.
    ///   - process: of a running server.
    public static func table(state: String, process: Int?, directory: String, uri: String) -> Table {
        Table(
            columns: [
                Table.Column("state", codes: .words("server")), Table.Column("pid", alignment: .trailing),
                Table.Column("directory"), Table.Column("uri"),
            ],
            rows: [[.text(state), .optional(process), .text(directory), process == nil ? .missing : .text(uri)]]
        )
    }
}
