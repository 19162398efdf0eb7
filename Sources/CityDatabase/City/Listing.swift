import Postgres

/// A list, and the rows that were left out because the database holds impossible values in them.
public struct Listing<Element: Sendable>: RandomAccessCollection, Sendable {
    private let elements: [Element]
    /// Named so that somebody can correct them.
    public let unreadable: [UnreadableRow]

    init(_ elements: [Element], unreadable: [UnreadableRow]) {
        self.elements = elements
        self.unreadable = unreadable
    }

    public var startIndex: Int { elements.startIndex }
    public var endIndex: Int { elements.endIndex }
    public subscript(index: Int) -> Element { elements[index] }
}

extension Transaction {
    /// Reads the rows that can be read, and names the others by their places.
    ///
    /// - Parameter place: names a row by those of its columns that can be read.
    mutating func listing<Value: RowDecodable>(
        _ sql: SQL,
        as _: Value.Type = Value.self,
        place: (borrowing Row) -> String
    ) throws -> Listing<Value> {
        var elements: [Value] = []
        var unreadable: [UnreadableRow] = []
        try stream(sql) { row in
            do {
                elements.append(try Value(row))
            } catch let error as PostgresError where error.isBadData {
                unreadable.append(UnreadableRow(place: place(row), reason: "\(error)"))
            }
        }
        return Listing(elements, unreadable: unreadable)
    }

    /// The same for people: each row has an agency's code, a number of employment, and what else the value reads.
    mutating func people<Value: RowDecodable>(_ sql: SQL, as _: Value.Type = Value.self) throws -> Listing<Value> {
        try listing(sql) { row in
            let agency = try? row.column(0, as: String.self)
            let employment = try? row.column(1, as: Int64.self)
            return [agency.map { "agency \($0)" }, employment.map { "employment \($0)" }].compactMap { $0 }
                .joined(separator: ", ")
        }
    }
}
