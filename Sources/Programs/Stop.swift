public import Texts

/// Ends a command early, with the text of a code, or with nothing more to say.
public struct Stop: Error {
    public let status: ExitStatus
    /// Nil when nothing is left to say.
    public let code: Code?
    let arguments: [String: TextArgument]

    /// Says the code's text, and ends with the status of its kind.
    ///
    /// - Parameter arguments: one for each place of the code's text, and no others.
    public init(_ code: Code, _ arguments: [String: TextArgument] = [:]) {
        let entry = code.entry
        assert(Set(arguments.keys) == entry.english.names, "\(code.rawValue) says \(entry.english.names.sorted())")
        self.status = code.status
        self.code = code
        self.arguments = arguments
    }

    /// Says nothing more.
    public init(_ status: ExitStatus) {
        self.status = status
        code = nil
        arguments = [:]
    }
}

extension Stop.Code {
    /// The row of the catalogue.
    public var entry: TextCatalogue.Entry {
        guard let entry = TextCatalogue.errors[rawValue] else {
            preconditionFailure("errors.csv has no row '\(rawValue)'")
        }
        return entry
    }

    /// The status with which the program ends.
    public var status: ExitStatus {
        guard let status = entry.attributes["kind"].flatMap(ExitStatus.init(kind:)) else {
            preconditionFailure("errors.csv gives '\(rawValue)' no kind")
        }
        return status
    }
}
