public import Personnel
import Postgres
import Texts

/// Units as they are, and were, on a day.
public struct Units: Sendable {
    let city: CityDatabase

    public init(_ city: CityDatabase) {
        self.city = city
    }

    /// The units that exist on the day, each after the one above it.
    public func list(in reach: Reach, on day: CivilDate) async throws -> [OrgUnit] {
        let units = try await city.readManyPeople(as: reach.principal) { tx in
            try tx.all(
                """
                select g.code, u.siasn_id, \(fragment: UnitsOnDay.name), \(fragment: UnitsOnDay.parent),
                    coalesce(p.posts, 0), coalesce(p.seats, 0), coalesce(p.held, 0)
                from org_unit u
                join agency g on g.agency_id = u.agency_id
                \(fragment: UnitsOnDay.formerUnit(on: "\(day)"))
                left join (
                    select s.agency_id, s.org_unit_id, count(*) as posts, sum(s.seats)::bigint as seats,
                        sum(s.held)::bigint as held
                    from (\(fragment: Self.posts(on: day, in: reach))) s
                    where s.seats > 0 or s.held > 0
                    group by s.agency_id, s.org_unit_id
                ) p on p.agency_id = u.agency_id and p.org_unit_id = u.org_unit_id
                where \(fragment: reach.condition("u.agency_id")) and \(fragment: UnitsOnDay.exists(on: "\(day)"))
                """,
                as: OrgUnit.self
            )
        }
        return OrgUnit.ordered(units)
    }

    /// The posts of a unit on the day.
    ///
    /// - Throws: `CityError` when the agency has no such unit.
    public func posts(of unit: String, in agency: Agency, on day: CivilDate) async throws -> [UnitPost] {
        let reach = Reach.agency(agency)
        return try await city.readManyPeople(as: reach.principal) { tx in
            let number = try Self.find(unit, agency, &tx)
            return try tx.all(
                """
                select s.post_id, s.title, s.position_level, s.seats, s.held, s.is_critical
                from (\(fragment: Self.posts(on: day, in: reach))) s
                where s.org_unit_id = \(number) and (s.seats > 0 or s.held > 0)
                order by s.title, s.post_id
                """,
                as: UnitPost.self
            )
        }
    }

    /// Names, parents and decisions of a unit, the first ones first.
    ///
    /// - Throws: `CityError` when the agency has no such unit.
    public func history(of unit: String, in agency: Agency) async throws -> [UnitMoment] {
        let reach = Reach.agency(agency)
        return try await city.transaction(as: reach.principal, options: .reading) { tx in
            let number = try Self.find(unit, agency, &tx)
            return try tx.all(
                """
                select coalesce(s.day, e.valid_from), s.name, s.parent_siasn_id, e.kind, e.other, e.decree_number,
                    e.recorded_by
                from (
                    select lower(f.valid) as day, f.name, f.parent_siasn_id from org_unit_former f
                    where f.agency_id = \(agency.id) and f.org_unit_id = \(number)
                    union all
                    select coalesce(u.since, u.began_on), u.name, u.parent_siasn_id from org_unit u
                    where u.agency_id = \(agency.id) and u.org_unit_id = \(number)
                ) s
                full join (
                    select e.org_unit_event_id, e.valid_from, e.kind, o.siasn_id as other, e.decree_number, e.recorded_by
                    from org_unit_event e
                    left join org_unit o on o.agency_id = e.agency_id and o.org_unit_id
                        = case when e.org_unit_id = \(number) then e.other_org_unit_id else e.org_unit_id end
                    where e.agency_id = \(agency.id) and \(number) in (e.org_unit_id, e.other_org_unit_id)
                ) e on e.valid_from = s.day
                order by 1 nulls first, e.org_unit_event_id
                """,
                as: UnitMoment.self
            )
        }
    }

    private static func find(_ unit: String, _ agency: Agency, _ tx: inout Transaction) throws -> Int64 {
        let number = try tx.optional(
            "select org_unit_id from org_unit where agency_id = \(agency.id) and siasn_id = \(unit)",
            as: Int64.self
        )
        guard let number else { throw CityError(.unitUnknown, ["agency": "\(agency.code)", "unit": .text(unit)]) }
        return number
    }

    private static func posts(on day: CivilDate, in reach: Reach) -> SQL {
        """
        select t.agency_id, coalesce(pf.org_unit_id, t.org_unit_id) as org_unit_id, t.post_id, t.title, t.position_level,
            t.is_critical, (\(fragment: UnitsOnDay.seats(on: "\(day)")))::bigint as seats, count(a.assignment_id) as held
        from post t
        left join post_former pf on pf.agency_id = t.agency_id and pf.post_id = t.post_id and pf.valid @> \(day)
        left join assignment a on a.agency_id = t.agency_id and a.post_id = t.post_id and a.kind = 'definitive'
            and a.valid @> \(day)
        where \(fragment: reach.condition("t.agency_id"))
        group by t.agency_id, 2, t.post_id, t.title, t.position_level, t.is_critical, 7
        """
    }
}
