public import Personnel
public import Postgres
import Texts

/// Carries out the transfers that are due: each component of moves that need one another's seats in one instant or not at
/// all.
public enum DueTransfers {
    /// What a call did.
    public struct Progress: Sendable, Hashable {
        /// Numbers of the cases that were carried out.
        public var carriedOut: [String] = []
        /// Components that could not be, each with the reason; they stay due.
        public var problems: [Problem] = []
        /// Whether more is due than this call looked at.
        public var hasMore = false

        public init() {}
    }

    /// Why a component was not carried out.
    public struct Problem: Sendable, Hashable {
        public let numbers: [String]
        public let reason: String
    }

    private struct Due: RowDecodable {
        let agency: AgencyID
        let id: Int64
        let number: String
        let day: CivilDate
        let person: Int64
        let from: SeatKey?
        let to: SeatKey?
        let freeSeats: Int
        let wasTried: Bool

        init(_ row: borrowing Row) throws(PostgresError) {
            let (fromAgency, fromPost): (AgencyCode, Int64?)
            let (toAgency, toPost, free): (AgencyCode, Int64?, Int32?)
            (agency, id, number, day, person, fromAgency, fromPost, toAgency, toPost, free, wasTried) = try row.decode()
            from = fromPost.map { SeatKey(agency: fromAgency, post: $0) }
            to = toPost.map { SeatKey(agency: toAgency, post: $0) }
            freeSeats = Int(free ?? 0)
        }

        var move: BatchMove { BatchMove(caseNumber: number, person: person, from: from, to: to, on: day) }
    }

    /// Cases that are carried out as a whole or not at all.
    private struct Component {
        let cases: [Due]
        let day: CivilDate

        var numbers: [String] { cases.map(\.number) }
        /// Whether it could not be carried out before.
        var wasTried: Bool { cases.contains(where: \.wasTried) }
        /// What was tried comes last, so that it holds nothing up.
        var rank: (Int, CivilDate) { (wasTried ? 1 : 0, day) }
    }

    /// A component that the database leaves as it was.
    private struct Refused: RowDecodable {
        let place: Int
        let code: String
        let detail: String?

        init(_ row: borrowing Row) throws(PostgresError) {
            let number: Int32
            (number, code, detail) = try row.decode()
            place = Int(number)
        }

        var reason: String { CityError(state: code, detail: detail)?.description ?? code }
    }

    /// Carries out what is due, the earliest days first, until a limit is reached; what could not be carried out before
    /// comes after the rest.
    ///
    /// - Parameters:
    ///   - day: today, at the latest.
    ///   - limit: cases after which no further component is begun that was not tried before.
    public static func carryOut(
        until day: CivilDate,
        by: String,
        limit: Int = .max,
        _ tx: inout Transaction
    ) throws -> Progress {
        let due = try tx.all("select * from due_transfers(\(day))", as: Due.self)
        var progress = Progress()
        var left = components(due).sorted { $0.rank < $1.rank }[...]
        var looked = 0
        // What was tried before does not count: else a call that only tries again would never be the last one.
        while let first = left.first, looked < limit || first.wasTried {
            // Those of one day, as many as the limit allows.
            var together: [Component] = []
            while let next = left.first, next.rank == first.rank, looked < limit || next.wasTried {
                together.append(next)
                looked += next.cases.count
                left.removeFirst()
            }
            try carryOut(together, by: by, &progress, &tx)
        }
        progress.hasMore = !left.isEmpty
        return progress
    }

    private static func carryOut(
        _ components: [Component],
        by: String,
        _ progress: inout Progress,
        _ tx: inout Transaction
    ) throws {
        let cases = components.enumerated().flatMap { place, component in component.cases.map { (place, $0) } }
        let refused = try tx.all(
            """
            select * from carry_out_transfers(
                \(cases.map(\.1.agency)), \(cases.map(\.1.id)), \(cases.map { Int32($0.0) }), \(by)
            )
            """,
            as: Refused.self
        )
        for one in refused {
            let component = components[one.place]
            let reason = one.reason
            try tx.execute(
                """
                select note_transfer_problem(
                    \(component.cases.map(\.agency)), \(component.cases.map(\.id)), \(reason)
                )
                """
            )
            progress.problems.append(Problem(numbers: component.numbers, reason: reason))
        }
        let places = Set(refused.map(\.place))
        for (place, component) in components.enumerated() where !places.contains(place) {
            progress.carriedOut += component.numbers
        }
    }

    private static func components(_ due: [Due]) -> [Component] {
        let byNumber = Dictionary(uniqueKeysWithValues: due.map { ($0.number, $0) })
        return Dictionary(grouping: due, by: \.day)
            .flatMap { day, due in
                var leaving: [SeatKey: Set<Int64>] = [:]
                for one in due { if let from = one.from { leaving[from, default: []].insert(one.person) } }
                var seats = leaving.mapValues { SeatState(seats: $0.count, holders: $0) }
                for one in due {
                    guard let to = one.to else { continue }
                    let holders = leaving[to] ?? []
                    seats[to] = SeatState(seats: max(0, one.freeSeats) + holders.count, holders: holders)
                }
                return TransferBatch(moves: due.map(\.move), seats: seats).components
                    .map { Component(cases: $0.cases.compactMap { byNumber[$0] }, day: day) }
            }
    }
}

extension Transfers {
    /// Carries out what is due today and before.
    public func carryOutDue(by: String) async throws -> DueTransfers.Progress {
        try await city.transaction(as: .mover, options: .givingWay) { tx in
            let today = try tx.one("select city_day(now())", as: CivilDate.self)
            return try DueTransfers.carryOut(until: today, by: by, &tx)
        }
    }
}
