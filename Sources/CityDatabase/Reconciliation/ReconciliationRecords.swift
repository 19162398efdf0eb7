import Personnel
import Postgres

/// What our records say today of the people of a city or an agency.
struct ReconciliationRecords: Sendable {
    let people: [RecordedPerson]
    /// Whose the units are, by SIASN's ids.
    let units: [String: AgencyCode]
    /// Whether a kedudukan hukum ends the service, by its id or its name in small letters.
    private let endings: [String: Bool]

    init(_ reach: Reach, _ today: CivilDate, _ tx: inout Transaction) throws {
        let transfers = Dictionary(grouping: try tx.all(Self.transfers(reach), as: TransferRow.self), by: \.nip)
        people = try tx.all(Self.people(reach, today), as: PersonRow.self)
            .compactMap { row in row.person(transfers[row.nip, default: []].map(\.transfer)) }
        let owners = try tx.all(
            """
            select u.siasn_id, g.code from agency g join org_unit u on u.agency_id = g.agency_id
            where \(fragment: reach.condition("g.agency_id"))
            -- A unit that another agency took over belongs to that one.
            order by u.ended_on nulls last, u.org_unit_id
            """,
            as: (String, AgencyCode).self
        )
        units = Dictionary(owners) { _, last in last }
        let standings = try tx.all(
            """
            select lower(n.name), l.ends_employment from legal_standing l
            cross join lateral regexp_split_to_table(concat_ws('|', l.legal_standing, l.code, l.other_names), '[|]')
                n (name)
            """,
            as: (String, Bool).self
        )
        endings = Dictionary(standings) { first, _ in first }
    }

    /// Nil for an unknown kedudukan hukum.
    func hasLeft(_ code: String?, _ name: String?) -> Bool? {
        code.flatMap { endings[$0.lowercased()] } ?? name.flatMap { endings[$0.lowercased()] }
    }

    private struct PersonRow: Sendable, RowDecodable {
        let nip: String
        private let name: String
        private let agency: AgencyCode
        private let endedOn: CivilDate?
        private let hasMoved: Bool
        private let isAway: Bool
        private let unit: String?
        private let unitName: String?
        private let title: String?
        private let since: CivilDate?
        private let heldSince: CivilDate?
        private let decreeNumber: String?
        private let decreeDate: CivilDate?

        init(_ row: borrowing Row) throws(PostgresError) {
            (
                nip, name, agency, endedOn, hasMoved, isAway, unit, unitName, title, since, heldSince, decreeNumber,
                decreeDate
            ) = try row.decode()
        }

        func person(_ transfers: [RecordedTransfer]) -> RecordedPerson? {
            guard let nip = try? NIP(nip) else { return nil }
            let standing: RecordedPerson.Standing =
                switch endedOn {
                case let day?: hasMoved ? .moved(day) : .left(day)
                case nil: isAway ? .away : .serving
                }
            var post: RecordedPerson.Post?
            if let unit, let unitName, let title, let since {
                post = RecordedPerson.Post(
                    unit: unit,
                    unitName: unitName,
                    title: title,
                    since: since,
                    heldSince: heldSince,
                    decreeNumber: decreeNumber,
                    decreeDate: decreeDate
                )
            }
            return RecordedPerson(
                nip: nip,
                name: name,
                agency: agency,
                standing: standing,
                post: post,
                transfers: transfers
            )
        }
    }

    private struct TransferRow: Sendable, RowDecodable {
        let nip: String
        let transfer: RecordedTransfer

        init(_ row: borrowing Row) throws(PostgresError) {
            let (number, state, day): (String, String, CivilDate)
            let (unit, title, type): (String?, String?, Int16?)
            (nip, number, state, day, unit, title, type) = try row.decode()
            transfer = RecordedTransfer(
                number: number,
                state: TransferState(code: state) ?? .draft,
                day: day,
                unit: unit,
                title: title,
                imutType: type.map { Int($0) }
            )
        }
    }

    /// Each person with the newest employment that has begun; of an agency also those who serve elsewhere now.
    private static func people(_ reach: Reach, _ today: CivilDate) -> SQL {
        let known: SQL = reach.agency == nil ? "person" : "known_person"
        return """
            select p.nip, p.name, g.code, case when upper(e.valid) <= \(today) then upper(e.valid) end,
                x.person_id is null, l.employment_id is not null, s.*
            from agency g
            join \(fragment: known) p on p.agency_id = g.agency_id
            left join person x on x.agency_id = p.agency_id and x.person_id = p.person_id
            cross join lateral (
                select m.agency_id, m.employment_id, m.valid from employment m
                where m.agency_id = p.agency_id and m.person_id = p.person_id and lower(m.valid) <= \(today)
                order by lower(m.valid) desc limit 1
            ) e
            left join people_lacking('holds_seat', \(today)) l on l.agency_id = e.agency_id
                and l.employment_id = e.employment_id
            left join lateral (
                select u.siasn_id, \(fragment: UnitsOnDay.name), t.title, lower(a.valid), a.held_since, a.decree_number,
                    a.decree_date
                from assignment a
                join post t on t.agency_id = a.agency_id and t.post_id = a.post_id
                \(fragment: UnitsOnDay.joins(on: "\(today)"))
                where a.agency_id = e.agency_id and a.employment_id = e.employment_id and a.kind = 'definitive'
                    and a.valid @> \(today)
            ) s on true
            where \(fragment: reach.condition("g.agency_id"))
            order by p.nip
            """
    }

    /// Cases of the city, or what an agency may see of them.
    private static func transfers(_ reach: Reach) -> SQL {
        if let agency = reach.agency, reach.principal != .personnel {
            return """
                select y.nip, y.number, y.state, y.planned_on,
                    case when y.side <> 'releasing' then u.siasn_id end, case when y.side <> 'releasing' then t.title end,
                    null::smallint
                from transfer_party y
                left join post t on t.agency_id = y.agency_id and t.post_id = y.post_id
                left join org_unit u on u.agency_id = t.agency_id and u.org_unit_id = t.org_unit_id
                where y.agency_id = \(agency.id)
                order by y.number
                """
        }
        return """
            select p.nip, c.number, c.state, coalesce(c.effective_on, c.planned_on), u.siasn_id, t.title, c.imut_type
            from agency g
            join transfer_case c on c.agency_id = g.agency_id
            join employment e on e.agency_id = c.agency_id and e.employment_id = c.employment_id
            -- The person's row is where the person serves now.
            cross join agency n
            join person p on p.agency_id = n.agency_id and p.person_id = e.person_id
            left join post t on t.agency_id = c.to_agency_id and t.post_id = c.to_post_id
            left join org_unit u on u.agency_id = t.agency_id and u.org_unit_id = t.org_unit_id
            where \(fragment: reach.agency.map { "\($0.id) in (n.agency_id, c.to_agency_id)" } ?? "true")
            order by c.number
            """
    }
}
