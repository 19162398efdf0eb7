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

        init(_ row: borrowing Row) throws(PostgresError) {
            let (fromAgency, fromPost): (AgencyCode, Int64?)
            let (toAgency, toPost, free): (AgencyCode, Int64?, Int32?)
            (agency, id, number, day, person, fromAgency, fromPost, toAgency, toPost, free) = try row.decode()
            from = fromPost.map { SeatKey(agency: fromAgency, post: $0) }
            to = toPost.map { SeatKey(agency: toAgency, post: $0) }
            freeSeats = Int(free ?? 0)
        }

        var move: BatchMove { BatchMove(caseNumber: number, person: person, from: from, to: to, on: day) }
    }

    /// Carries out what is due, the earliest days first, until a limit is reached.
    ///
    /// - Parameters:
    ///   - day: today, at the latest.
    ///   - limit: moves after which no further component is begun.
    ///   - tried: numbers of cases that were tried before and are passed over.
    public static func carryOut(
        until day: CivilDate,
        by: String,
        limit: Int = .max,
        passing tried: Set<String> = [],
        _ tx: inout Transaction
    ) async throws -> Progress {
        let due = try tx.all("select * from due_transfers(\(day))", as: Due.self)
        let byNumber = Dictionary(uniqueKeysWithValues: due.map { ($0.number, $0) })
        var progress = Progress()
        for component in components(due) {
            let cases = component.compactMap { byNumber[$0] }
            guard !cases.contains(where: { tried.contains($0.number) }) else { continue }
            guard progress.carriedOut.count < limit else {
                progress.hasMore = true
                break
            }
            do {
                try await tx.savepoint { tx in
                    _ = try tx.one(
                        "select carry_out_transfers(\(cases.map(\.agency)), \(cases.map(\.id)), \(by))",
                        as: Int32.self
                    )
                }
                progress.carriedOut += component
            } catch let error as PostgresError {
                // A rule of the city stops this component and no other; anything else stops the work.
                guard let refusal = CityError(refusal: error) else { throw error }
                let reason = refusal.description
                try tx.execute(
                    "select note_transfer_problem(\(cases.map(\.agency)), \(cases.map(\.id)), \(reason))"
                )
                progress.problems.append(Problem(numbers: component, reason: reason))
            }
        }
        return progress
    }

    /// Numbers of cases, by component, the earliest day first.
    private static func components(_ due: [Due]) -> [[String]] {
        var components: [[String]] = []
        let days = Dictionary(grouping: due, by: \.day)
        for (_, due) in days.sorted(by: { $0.key < $1.key }) {
            var leaving: [SeatKey: Set<Int64>] = [:]
            for one in due { if let from = one.from { leaving[from, default: []].insert(one.person) } }
            var seats = leaving.mapValues { SeatState(seats: $0.count, holders: $0) }
            for one in due {
                guard let to = one.to else { continue }
                let holders = leaving[to] ?? []
                seats[to] = SeatState(seats: max(0, one.freeSeats) + holders.count, holders: holders)
            }
            components += TransferBatch(moves: due.map(\.move), seats: seats).components.map(\.cases)
        }
        return components
    }
}

extension Transfers {
    /// Carries out what is due today and before.
    public func carryOutDue(by: String) async throws -> DueTransfers.Progress {
        try await city.transaction(as: .mover, options: .givingWay) { tx in
            let today = try tx.one("select city_day(now())", as: CivilDate.self)
            return try await DueTransfers.carryOut(until: today, by: by, &tx)
        }
    }
}
