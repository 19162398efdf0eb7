/// What libpq says of a connection that could not be opened, or was lost.
///
/// libpq 15 has no other place for the server's SQLSTATE than the text of a verbose message:
/// `FATAL:  28P01: password authentication failed …`, whatever the server's language. libpq's own words are kept; in place
/// of the server's stands the name of the condition.
struct ConnectionReport {
    let message: String
    let sqlState: SQLState?

    init(_ text: String) {
        var state: SQLState?
        var lines: [String] = []
        /// What follows the server's message: its detail, hint and place in the source, until libpq speaks again.
        var isServersTurn = false
        for line in text.split(separator: "\n") {
            if isServersTurn {
                guard line.hasPrefix("connection to ") || line.hasPrefix("server ") || line.hasPrefix("\t") else {
                    continue
                }
                isServersTurn = false
            }
            let parts = line.split(separator: ":", omittingEmptySubsequences: false)
            let place = parts.indices.first { index in
                let word = parts[index].drop { $0 == " " }
                return index > 0 && word.utf8.count == 5 && parts[index].hasPrefix("  ")
                    && word.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
            }
            guard let place else {
                lines.append(String(line.drop { $0 == "\t" }))
                continue
            }
            // Of several hosts the last: a host that refuses the login ends the list.
            let told = SQLState(String(parts[place].drop { $0 == " " }))
            state = told
            isServersTurn = true
            // Before the code stands the severity, and before that libpq's own words.
            lines.append((parts[..<(place - 1)] + [" \(told.conditionName)"]).joined(separator: ":"))
        }
        message = lines.map { $0.drop { $0 == " " } }.joined(separator: "; ")
        sqlState = state
    }
}
