/// A statement: literal text with typed parameters. `"… where id = \(id)"` becomes `… where id = $1`.
///
/// Text comes from literals of the program only; a run-time `String` does not convert, so nothing a user typed can
/// become part of a statement.
///
/// ```swift
/// let day = PostgresDate(daysSince2000: 9_831)
/// let valid: SQL = "valid @> \(day)"
/// print(try tx.one("select count(*) from assignment where \(fragment: valid)", as: Int.self))
/// ```
public struct SQL: Sendable, ExpressibleByStringInterpolation {
    /// UTF-8 with `$1 …` in place of the parameters.
    @usableFromInline var text: [UInt8]
    /// The parameters, one after the other.
    @usableFromInline var parameters: ParameterBuffer
    /// The first parameter, from 1, that could not be encoded; reported when the statement is run.
    @usableFromInline var failure: (EncodingFailure, parameter: Int)?

    @inlinable init(capacity: Int) {
        text = []
        text.reserveCapacity(capacity)
        parameters = ParameterBuffer()
    }

    /// A statement without parameters.
    @inlinable public init(stringLiteral value: StaticString) {
        self.init(capacity: value.utf8CodeUnitCount)
        append(value)
    }

    /// A statement with its parameters in place.
    @inlinable public init(stringInterpolation: StringInterpolation) {
        self = stringInterpolation.sql
    }

    @usableFromInline init(_ script: SQLScript) {
        self.init(uncheckedText: script.text)
    }

    /// What this room itself makes of identifiers and numbers.
    init(uncheckedText text: String) {
        self.init(capacity: 0)
        self.text = Array(text.utf8)
    }

    @inlinable mutating func append(_ literal: StaticString) {
        literal.withUTF8Buffer { unsafe text.append(contentsOf: $0) }
    }

    @inlinable mutating func append(parameter value: some PostgresEncodable) {
        do throws(EncodingFailure) {
            try parameters.append(value, mark: text.count)
        } catch {
            failure = failure ?? (error, parameter: parameters.count)
        }
        appendMark()
    }

    /// Writes the `$n` of the parameter that was appended last.
    @inlinable mutating func appendMark() {
        text.append(UInt8(ascii: "$"))
        let number = parameters.count
        var power = 1
        while number / power >= 10 { power *= 10 }
        while power > 0 {
            text.append(UInt8(ascii: "0") + UInt8(number / power % 10))
            power /= 10
        }
    }

    /// Another statement's text and parameters, numbered on.
    mutating func append(fragment other: SQL) {
        failure = failure ?? other.failure.map { ($0.0, parameter: parameters.count + $0.parameter) }
        var position = 0
        other.parameters.withParameters { lent in
            for (index, parameter) in lent.enumerated() {
                text += other.text[position..<parameter.mark]
                parameters.append(parameter, mark: text.count)
                appendMark()
                position = parameter.mark + 1 + String(index + 1).utf8.count
            }
        }
        text += other.text[position...]
    }

    /// The text as the server gets it: `$n` for parameters, never their values.
    public var statementText: String { String(decoding: text, as: UTF8.self) }
}

extension SQL: CustomStringConvertible, CustomReflectable {
    public var description: String { statementText }

    /// Shows no value of a parameter, however it is printed.
    public var customMirror: Mirror { Mirror(self, children: ["text": statementText]) }
}

extension SQL {
    /// Collects the pieces of a statement. Made by the compiler for a literal with `\(…)` in it.
    public struct StringInterpolation: StringInterpolationProtocol {
        @usableFromInline var sql: SQL

        /// Called by the compiler.
        @inlinable public init(literalCapacity: Int, interpolationCount: Int) {
            sql = SQL(capacity: literalCapacity + 4 * interpolationCount)
        }

        /// Text of the program.
        @inlinable public mutating func appendLiteral(_ literal: StaticString) {
            sql.append(literal)
        }

        /// A value, as the next parameter.
        @inlinable public mutating func appendInterpolation(_ value: some PostgresEncodable) {
            sql.append(parameter: value)
        }

        /// A value or null, as the next parameter.
        @inlinable public mutating func appendInterpolation<Value: PostgresEncodable>(_ value: Value?) {
            sql.append(parameter: value)
        }

        /// A name, in double quotes.
        public mutating func appendInterpolation(identifier: Identifier) {
            sql.text += identifier.quoted.utf8
        }

        /// Names with commas between them; with `table`, each qualified by it.
        public mutating func appendInterpolation(identifiers: [Identifier], of table: Identifier? = nil) {
            for (index, identifier) in identifiers.enumerated() {
                if index > 0 { sql.append(", ") }
                if let table {
                    appendInterpolation(identifier: table)
                    sql.append(".")
                }
                appendInterpolation(identifier: identifier)
            }
        }

        /// Another statement's text and parameters, numbered on.
        public mutating func appendInterpolation(fragment: SQL) {
            sql.append(fragment: fragment)
        }
    }
}
