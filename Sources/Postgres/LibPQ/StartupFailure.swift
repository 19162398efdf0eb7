/// Why a connection was refused at its start.
///
/// libpq 15 has no other place for the server's SQLSTATE than the text of a verbose message:
/// `FATAL:  28P01: password authentication failed …`, whatever the server's language.
struct StartupFailure {
    let message: String
    let sqlState: SQLState?

    init(_ text: String) {
        var state: SQLState?
        var lines: [String] = []
        for line in text.split(separator: "\n") {
            // Such lines name the server's source code.
            if line.hasPrefix("LOCATION:") { continue }
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
            // Of several hosts the last: whoever refuses the login ends the list.
            state = SQLState(String(parts[place].drop { $0 == " " }))
            lines.append((parts[..<place] + parts[(place + 1)...]).joined(separator: ":"))
        }
        message = lines.joined(separator: "; ")
        sqlState = state
    }
}
