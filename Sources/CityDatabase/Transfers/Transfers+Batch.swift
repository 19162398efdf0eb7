public import Personnel
import Postgres
public import Texts

extension Transfers {
    /// Open cases that may take effect together, with what their seats and people are called.
    public struct Batch: Sendable {
        public let cases: TransferBatch
        /// Every post that a case leaves or reaches, or that one of its people holds.
        public let seats: [SeatKey: Seat]
        /// By the numbers that the moves have.
        public let people: [Int64: Person]
    }

    /// The open cases of a batch, or all open cases of the city, with the seats that they leave and reach.
    ///
    /// Open is what has not ended and is not in effect. A post's holders are those of the first day on which a case comes to
    /// it or leaves it, and its seats the fewest of the days on which somebody comes. A post of an ended unit or a closed
    /// agency is abolished.
    ///
    /// - Parameter code: the batch; nil for all open cases.
    /// - Throws: `CityError` when there is no such batch.
    public func batch(_ code: String?) async throws -> Batch {
        try await city.transaction(as: .personnel, options: .reading) { tx in
            try ReadEvent.record("transfer chains", ["nip", "name"], in: .city, &tx)
            let rows = try Self.moves(of: code, &tx)
            if rows.isEmpty, let code {
                let isKnown = try tx.one(
                    "select exists (select from transfer_batch where code = \(code))",
                    as: Bool.self
                )
                guard isKnown else { throw CityError(.transferBatchUnknown, ["batch": "\(code)"]) }
            }
            let seats = try Self.seats(of: rows, &tx)
            return Batch(
                cases: TransferBatch(
                    moves: rows.map(\.move),
                    seats: Dictionary(seats.map { ($0.key, $0.state) }) { first, _ in first }
                ),
                seats: Dictionary(seats.map { ($0.key, $0.seat) }) { first, _ in first },
                people: Dictionary(rows.map { ($0.move.person, $0.person) }) { first, _ in first }
            )
        }
    }

    /// What keeps open cases of a batch from taking effect together, with names; empty when the batch can be decreed.
    ///
    /// - Parameter batch: its code; nil for all open cases.
    /// - Throws: `CityError` when there is no such batch.
    public func faults(of batch: String?) async throws -> [Batch.Fault] { try await self.batch(batch).faults }

    /// The codes of the batches that these cases belong to, in order; a number that does not exist belongs to none.
    public func batches(of numbers: [String]) async throws -> [String] {
        try await city.transaction(as: .personnel, options: .reading) { tx in
            try tx.all(
                """
                select distinct b.code
                from agency g
                join transfer_case c on c.agency_id = g.agency_id and c.number = any (\(numbers))
                join transfer_batch b on b.transfer_batch_id = c.transfer_batch_id
                order by b.code
                """,
                as: String.self
            )
        }
    }

    // MARK: Statements

    private static func moves(of code: String?, _ tx: inout Transaction) throws -> [MoveRow] {
        let condition: SQL =
            if let code {
                "c.transfer_batch_id = (select transfer_batch_id from transfer_batch where code = \(code))"
            } else { "true" }
        return try tx.all(
            """
            select c.number, e.person_id, c.planned_on, p.nip, p.name, c.agency_id, g.code, c.from_post_id,
                c.to_agency_id, h.code, c.to_post_id
            from agency g
            join transfer_case c on c.agency_id = g.agency_id
            join agency h on h.agency_id = c.to_agency_id
            join employment e on e.agency_id = c.agency_id and e.employment_id = c.employment_id
            join known_person p on p.agency_id = e.agency_id and p.person_id = e.person_id
            where \(fragment: condition)
                and c.state in (select from_state from transfer_step where step in ('cancel', 'revoke'))
            order by c.number
            """
        )
    }

    private static func seats(of rows: [MoveRow], _ tx: inout Transaction) throws -> [SeatRow] {
        guard !rows.isEmpty else { return [] }
        let leaving = rows.compactMap { row in row.fromPost.map { (row.agency, $0, row.move.on, false) } }
        let named = leaving + rows.map { ($0.toAgency, $0.toPost, $0.move.on, true) }
        return try tx.all(
            """
            with named as (
                select * from unnest(
                    \(named.map(\.0)), \(named.map(\.1)), \(named.map(\.2.iso))::text[]::date[], \(named.map(\.3))
                ) n (agency_id, post_id, day, is_reached)
                union all
                -- What else a person of the cases holds on the day.
                select a.agency_id, a.post_id, m.day, false
                from unnest(\(rows.map(\.move.person)), \(rows.map(\.move.on.iso))::text[]::date[]) m (person_id, day)
                cross join agency g
                join employment e on e.agency_id = g.agency_id and e.person_id = m.person_id
                join assignment a on a.agency_id = e.agency_id and a.employment_id = e.employment_id
                    and a.kind = 'definitive' and a.valid @> m.day
            ), seat as (
                select agency_id, post_id, min(day) as day,
                    coalesce(array_agg(distinct day) filter (where is_reached), array[min(day)]) as days
                from named
                group by agency_id, post_id
            )
            select g.code, s.post_id, t.title, u.name,
                (select min(seats_on(t.agency_id, t.post_id, t.capacity, d)) from unnest(s.days) d),
                g.state = 'closed' or coalesce(u.ended_on <= s.day, false),
                array(
                    select e.person_id
                    from assignment a
                    join employment e on e.agency_id = a.agency_id and e.employment_id = a.employment_id
                    where a.agency_id = s.agency_id and a.post_id = s.post_id and a.kind = 'definitive'
                        and a.valid @> s.day
                )
            from seat s
            join agency g on g.agency_id = s.agency_id
            join post t on t.agency_id = s.agency_id and t.post_id = s.post_id
            join org_unit u on u.agency_id = t.agency_id and u.org_unit_id = t.org_unit_id
            """
        )
    }

    private struct MoveRow: RowDecodable {
        let move: BatchMove
        let person: Batch.Person
        let agency: AgencyID
        let fromPost: Int64?
        let toAgency: AgencyID
        let toPost: Int64

        init(_ row: borrowing Row) throws(PostgresError) {
            let (number, id, day, nip, name): (String, Int64, CivilDate, String, String)
            let (from, to): (AgencyCode, AgencyCode)
            (number, id, day, nip, name, agency, from, fromPost, toAgency, to, toPost) = try row.decode()
            person = Batch.Person(nip: nip, name: name)
            move = BatchMove(
                caseNumber: number,
                person: id,
                from: fromPost.map { SeatKey(agency: from, post: $0) },
                to: SeatKey(agency: to, post: toPost),
                on: day
            )
        }
    }

    private struct SeatRow: RowDecodable {
        let key: SeatKey
        let seat: Batch.Seat
        let state: SeatState

        init(_ row: borrowing Row) throws(PostgresError) {
            let (agency, post, title, unit, seats): (AgencyCode, Int64, String, String, Int32)
            let (isAbolished, holders): (Bool, [Int64])
            (agency, post, title, unit, seats, isAbolished, holders) = try row.decode()
            key = SeatKey(agency: agency, post: post)
            seat = Batch.Seat(agency: agency, title: title, unit: unit)
            state = SeatState(seats: Int(seats), holders: Set(holders), isAbolished: isAbolished)
        }
    }
}

extension Transfers.Batch {
    /// What a seat is called.
    public struct Seat: Sendable, Hashable {
        public let agency: AgencyCode
        public let title: String
        /// The unit's name.
        public let unit: String
    }

    /// A person of the cases.
    public struct Person: Sendable, Hashable {
        public let nip: String
        public let name: String
    }

    /// Why some cases cannot take effect together, with the names of all that it concerns.
    public struct Fault: Sendable, Hashable {
        public let kind: BatchFault.Kind
        /// The post where it shows, if it is one post that is known.
        public let seat: Seat?
        /// In the order of the batch; one or more.
        public let cases: [Case]
    }

    /// A case that a fault concerns.
    public struct Case: Sendable, Hashable {
        public let number: String
        public let person: Person
    }

    /// Faults in the order of the first case that each concerns; empty when all cases can take effect together.
    public var faults: [Fault] {
        let moves = Dictionary(grouping: cases.moves, by: \.caseNumber)
        return cases.faults.map { fault in
            Fault(
                kind: fault.kind,
                seat: fault.seat.flatMap { seats[$0] },
                cases: fault.cases.flatMap { number in
                    (moves[number] ?? [])
                        .compactMap { move in
                            people[move.person].map { Case(number: number, person: $0) }
                        }
                }
            )
        }
    }
}

extension Transfers.Batch.Fault {
    /// What is wrong, without names: "more people come than seats are free (1), and 0 stay".
    public var problem: Wording {
        let arguments: [String: TextArgument] =
            switch kind {
            case .tooManyArrivals(let free, let staying): ["free": .number(free), "staying": .number(staying)]
            case .heldTwice(let from, let until): ["from": .text(from.iso), "until": .text(until.iso)]
            default: [:]
            }
        return TextCatalogue.findings.wording("batch.\(kind.code)", arguments)
    }

    /// A sentence with the post, the case numbers and the people.
    public var words: Wording {
        let place = seat.map { "\($0.title), \($0.agency): " } ?? ""
        let names = cases.map { "\($0.number) (\($0.person.name))" }.joined(separator: ", ")
        return Wording(
            indonesian: "\(place)\(problem.indonesian): \(names)",
            english: "\(place)\(problem.english): \(names)"
        )
    }
}
