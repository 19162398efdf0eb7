import Postgres

/// The numbers that identify one person, by the name of their key: numbers of the person, of the employments, and of
/// the rows about them that other rows point to.
struct PersonalKeys: Sendable {
    struct Number: Sendable, Hashable {
        let agency: AgencyID
        let number: Int64
    }

    private(set) var numbers: [String: [Number]]

    /// Collects all numbers that the parts lead to from the numbers of a person, which are the same in every agency.
    init(of people: [Int64], _ parts: [PersonalPart], _ tx: inout Transaction) throws {
        // The city's own trail belongs to agency 0.
        let agencies: [AgencyID] = try [0] + tx.all("select agency_id from agency order by 1", as: AgencyID.self)
        numbers = ["person_id": agencies.flatMap { agency in people.map { Number(agency: agency, number: $0) } }]
        // Repeats until nothing more is found: a table may point to one that is read after it.
        var count: Int
        repeat {
            count = numbers.values.map(\.count).reduce(0, +)
            for part in parts {
                guard let key = part.ownKey, key != "person_id" else { continue }
                numbers[key] = try part.numbers(self, &tx)
            }
        } while numbers.values.map(\.count).reduce(0, +) > count
    }

    func agencies(of key: String) -> [AgencyID] { (numbers[key] ?? []).map(\.agency) }

    func numbers(of key: String) -> [Int64] { (numbers[key] ?? []).map(\.number) }
}
