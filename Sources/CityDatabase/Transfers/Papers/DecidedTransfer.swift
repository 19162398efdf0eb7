public import Personnel
public import Postgres

/// What papers say of one case: the person and both seats under the names that they had then.
public struct DecidedTransfer: Sendable, Hashable, RowDecodable {
    /// A person as a paper names one.
    public struct Holder: Sendable, Hashable {
        /// With titles, as known on the decree's date.
        public let name: String
        /// Nil where the database holds an impossible one.
        public let nip: NIP?
        /// Nil of contract employees, and where none is recorded.
        public let rank: GradeRank?
        /// Only of contract employees.
        public let contractClass: ContractClass?
    }

    public struct Seat: Sendable, Hashable {
        public let title: String
        public let unit: String
        public let agency: String
    }

    /// Such as "TRF-2026-000123".
    public let number: String
    public let state: TransferState?
    public let person: Holder
    /// With the names of the decree's date; nil without a definitive seat.
    public let former: Seat?
    /// With the names of the first day.
    public let seat: Seat
    /// Of the former seat; nil where it has none.
    public let formerEchelon: Echelon?
    /// Of the former seat, 1...17; nil where none is set.
    public let formerClass: Int?
    /// Of the new seat; nil where it has none.
    public let echelon: Echelon?
    /// Of the new seat, 1...17; nil where none is set.
    public let jobClass: Int?
    /// May be empty.
    public let reason: String
    /// TMT.
    public let firstDay: CivilDate
    public let decreeNumber: String?
    public let decreeDate: CivilDate?
    /// As the step named the person who signed.
    public let signedBy: String?
    public let inauguratedOn: CivilDate?
    /// The day of the statement of the start of duty.
    public let startedDuty: CivilDate?
    /// The first day without the person in the city's service, where it is not after the new seat's first day.
    public let leftService: CivilDate?
    /// Whether a decree can name the case: one does, or the next step may be the decree.
    public let isDecided: Bool
    /// The person who holds the new seat on the day before, or held it last; nil where nobody, or several, did.
    public let outgoing: Holder?

    public init(_ row: borrowing Row) throws(PostgresError) {
        number = try row.column(0)
        state = TransferState(code: try row.column(1, as: String.self))
        person = try Self.holder(row, from: 2)
        former = try Self.seat(row, from: 8)
        seat = try Self.seat(row, from: 11) ?? Seat(title: "", unit: "", agency: "")
        echelon = try row.column(14, as: Int16?.self).flatMap { Echelon(id: Int($0)) }
        jobClass = try row.column(15, as: Int16?.self).map { Int($0) }
        reason = try row.column(16)
        firstDay = try row.column(17)
        decreeNumber = try row.column(18)
        decreeDate = try row.column(19)
        signedBy = try row.column(20)
        inauguratedOn = try row.column(21)
        startedDuty = try row.column(22)
        leftService = try row.column(23)
        isDecided = try row.column(24)
        formerEchelon = try row.column(31, as: Int16?.self).flatMap { Echelon(id: Int($0)) }
        formerClass = try row.column(32, as: Int16?.self).map { Int($0) }
        outgoing = try row.column(25, as: String?.self) == nil ? nil : try Self.holder(row, from: 25)
    }

    /// Six columns: NIP, name, title before, title after, rank, class.
    private static func holder(_ row: borrowing Row, from first: Int) throws(PostgresError) -> Holder {
        let digits = try row.column(first, as: String.self)
        let parts = [try row.column(first + 2, as: String?.self), try row.column(first + 1, as: String?.self)]
        let name = parts.compactMap { $0 }.joined(separator: " ")
        let after = try row.column(first + 3, as: String?.self)
        let rank = try row.column(first + 4, as: Int16?.self).flatMap { GradeRank(id: Int($0)) }
        let level = try row.column(first + 5, as: String?.self).flatMap { ContractClass(siasn: $0) }
        return Holder(
            name: [name, after].compactMap { $0 }.joined(separator: ", "),
            nip: try? NIP(digits),
            rank: level == nil ? rank : nil,
            contractClass: level
        )
    }

    private static func seat(_ row: borrowing Row, from first: Int) throws(PostgresError) -> Seat? {
        guard let title = try row.column(first, as: String?.self) else { return nil }
        return Seat(
            title: title,
            unit: try row.column(first + 1, as: String?.self) ?? "",
            agency: try row.column(first + 2, as: String?.self) ?? ""
        )
    }
}
