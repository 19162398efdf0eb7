/// A statement: literal text with typed parameters. `"… where id = \(id)"` becomes `… where id = $1`.
///
/// Text comes from literals of the program only; a run-time `String` does not convert, so nothing a user typed can
/// become part of a statement.
public struct SQL: Sendable, ExpressibleByStringInterpolation {
    enum Piece: Sendable {
        case text(StaticString)
        case script(String)
        case identifier(Identifier)
        case parameter(Parameter)
    }

    private(set) var pieces: [Piece]

    public init(stringLiteral value: StaticString) {
        pieces = [.text(value)]
    }

    init(_ script: SQLScript) {
        pieces = [.script(script.text)]
    }

    public init(stringInterpolation: StringInterpolation) {
        pieces = stringInterpolation.pieces
    }

    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var pieces: [Piece] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            pieces.reserveCapacity(2 * interpolationCount + 1)
        }

        public mutating func appendLiteral(_ literal: StaticString) {
            pieces.append(.text(literal))
        }

        /// A value, as the next parameter.
        public mutating func appendInterpolation(_ value: some PostgresEncodable) {
            pieces.append(.parameter(Parameter(value)))
        }

        /// A value or null, as the next parameter.
        public mutating func appendInterpolation<Value: PostgresEncodable>(_ value: Value?) {
            pieces.append(.parameter(Parameter(value)))
        }

        public mutating func appendInterpolation(identifier: Identifier) {
            pieces.append(.identifier(identifier))
        }

        /// Names with commas between them; with `table`, each qualified by it.
        public mutating func appendInterpolation(identifiers: [Identifier], of table: Identifier? = nil) {
            for (index, identifier) in identifiers.enumerated() {
                if index > 0 { pieces.append(.text(", ")) }
                if let table {
                    pieces.append(.identifier(table))
                    pieces.append(.text("."))
                }
                pieces.append(.identifier(identifier))
            }
        }

        /// Another statement's text and parameters, numbered on.
        public mutating func appendInterpolation(fragment: SQL) {
            pieces.append(contentsOf: fragment.pieces)
        }
    }

    /// The text with `$1 …` and the parameters in that order.
    func rendered() -> (text: String, parameters: [Parameter]) {
        var text = ""
        var parameters: [Parameter] = []
        for piece in pieces {
            switch piece {
            case .text(let literal): text += literal.description
            case .script(let script): text += script
            case .identifier(let identifier): text += identifier.quoted
            case .parameter(let parameter):
                parameters.append(parameter)
                text += "$\(parameters.count)"
            }
        }
        return (text, parameters)
    }
}

/// A file of statements run as a whole by migrations. The text is not checked: it must come with the program.
public struct SQLScript: Sendable {
    public let name: String
    public let text: String

    public init(name: String, uncheckedText text: String) {
        self.name = name
        self.text = text
    }
}

/// One encoded parameter.
struct Parameter: Sendable {
    let oid: OID
    /// Nil is SQL's null.
    let bytes: [UInt8]?

    init<Value: PostgresEncodable>(_ value: Value) {
        oid = Value.oid
        if value.isNull {
            bytes = nil
        } else {
            var buffer: [UInt8] = []
            value.encode(into: &buffer)
            bytes = buffer
        }
    }
}
