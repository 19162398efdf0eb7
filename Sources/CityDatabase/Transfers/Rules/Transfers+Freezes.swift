public import Personnel
public import Postgres

extension Transfers {
    /// Days on which posts may be filled only with Mendagri's consent, as the city has entered them.
    public struct Freeze: Sendable, Hashable, RowDecodable {
        public let id: Int32
        public let kind: String
        public let first: CivilDate
        /// The last day; nil while it is not known.
        public let last: CivilDate?
        /// The decision or regulation from which the days follow.
        public let basis: String
        /// The number and date of the minister's letter that lifts it.
        public let letter: String?
        public let letterDate: CivilDate?
        public let recordedBy: String

        public init(_ row: borrowing Row) throws(PostgresError) {
            (id, kind, first, last, basis, letter, letterDate, recordedBy) = try row.decode()
        }
    }

    /// All of them, by their first day.
    public func freezes() async throws -> [Freeze] {
        try await city.transaction(as: .personnel, options: .reading) { tx in
            try tx.all(
                """
                select freeze_window_id, kind, lower(valid), upper(valid) - 1, basis, lifted_by, lifted_on, recorded_by
                from freeze_window order by lower(valid), freeze_window_id
                """
            )
        }
    }

    /// Enters one; cases that were checked before are to be checked again.
    ///
    /// - Parameter last: nil while it is not known.
    /// - Returns: its number.
    @discardableResult
    public func addFreeze(
        _ kind: FreezeWindow.Kind,
        first: CivilDate,
        last: CivilDate?,
        basis: String,
        by: String
    ) async throws -> Int32 {
        try await city.transaction(as: .personnel) { tx in
            try tx.one(
                """
                insert into freeze_window (kind, valid, basis, recorded_by)
                values (\(kind.code), daterange(\(first), \(last), '[]'), \(basis), \(by))
                returning freeze_window_id
                """,
                as: Int32.self
            )
        }
    }

    /// Gives it its last day; false when there is no such one, or it would end before it begins.
    public func endFreeze(_ id: Int32, last: CivilDate) async throws -> Bool {
        try await city.transaction(as: .personnel) { tx in
            try tx.execute(
                """
                update freeze_window set valid = daterange(lower(valid), \(last), '[]')
                where freeze_window_id = \(id) and lower(valid) <= \(last)
                """
            ) > 0
        }
    }

    /// Lifts it from the day of the minister's letter on; false when there is no such one.
    public func liftFreeze(_ id: Int32, letter: String, dated day: CivilDate) async throws -> Bool {
        try await city.transaction(as: .personnel) { tx in
            try tx.execute(
                """
                update freeze_window set lifted_by = \(letter), lifted_on = \(day) where freeze_window_id = \(id)
                """
            ) > 0
        }
    }
}
