public import Personnel
public import Postgres

/// A unit of an agency as it is on a day.
public struct OrgUnit: Sendable, Hashable, RowDecodable {
    public let agency: AgencyCode
    /// SIASN's id (`unorId`).
    public let id: String
    public let name: String
    /// The id of the unit above; nil for a root.
    public let parent: String?
    /// Posts with seats.
    public let posts: Int
    public let seats: Int
    /// Seats that have a definitive holder.
    public let held: Int
    /// 1 for a root; nil for a unit above itself, and for those below it.
    public internal(set) var depth: Int?

    public init(_ row: borrowing Row) throws(PostgresError) {
        (agency, id, name, parent, posts, seats, held) = try row.decode()
    }

    /// Each unit after the one above it, by name. A unit whose parent is not among them is a root.
    static func ordered(_ units: [OrgUnit]) -> [OrgUnit] {
        struct Place: Hashable {
            let agency: AgencyCode
            let id: String
        }
        let known = Set(units.map { Place(agency: $0.agency, id: $0.id) })
        var below: [Place: [OrgUnit]] = [:]
        var waiting: [OrgUnit] = []
        for unit in units {
            if let parent = unit.parent.map({ Place(agency: unit.agency, id: $0) }), known.contains(parent) {
                below[parent, default: []].append(unit)
            } else {
                waiting.append(unit)
            }
        }
        let precedes = { (a: OrgUnit, b: OrgUnit) in (a.agency, a.name, a.id) < (b.agency, b.name, b.id) }
        var stack = waiting.sorted(by: precedes).reversed().map { ($0, 1) }
        var ordered: [OrgUnit] = []
        var reached: Set<Place> = []
        while let (next, depth) = stack.popLast() {
            var unit = next
            unit.depth = depth
            ordered.append(unit)
            let place = Place(agency: unit.agency, id: unit.id)
            reached.insert(place)
            stack += (below[place] ?? []).sorted(by: precedes).reversed().map { ($0, depth + 1) }
        }
        let circles = units.filter { !reached.contains(Place(agency: $0.agency, id: $0.id)) }
        return ordered + circles.sorted(by: precedes)
    }
}

/// A post of a unit, as it is on a day.
public struct UnitPost: Sendable, Hashable, RowDecodable {
    public let number: Int64
    public let title: String
    public let positionLevel: String
    public let seats: Int
    public let held: Int
    public let isMarked: Bool

    public init(_ row: borrowing Row) throws(PostgresError) {
        (number, title, positionLevel, seats, held, isMarked) = try row.decode()
    }
}

/// What a unit was from a day on, or a decision about it.
public struct UnitMoment: Sendable, Hashable, RowDecodable {
    /// Nil as far back as is known.
    public let day: CivilDate?
    /// Nil where the decision changed neither name nor parent.
    public let name: String?
    public let parent: String?
    /// add, rename, move, merge, split, close or transfer; nil where an import said it.
    public let kind: String?
    /// The id of the other unit.
    public let other: String?
    public let decreeNumber: String?
    public let recordedBy: String?

    public init(_ row: borrowing Row) throws(PostgresError) {
        (day, name, parent, kind, other, decreeNumber, recordedBy) = try row.decode()
    }
}
