import Personnel
import TestSupport

/// A small city that lives for ten years: what happened, and what the city should know of it. The same seed gives the same
/// history.
struct HistoricCity {
    static let years = 2016...2025
    static let agencies = ["dinkes", "dlh", "disdag", "diskop"]

    var people: [HistoricPerson] = []
    var posts: [String: [HistoricPost]] = [:]
    var units: [String: [HistoricUnit]] = [:]
    /// Heads' posts in which somebody acts (Plt), with the person and the first day.
    var acting: [(agency: String, person: Int, post: HistoricPost, since: CivilDate)] = []
    /// By person.
    var mistakes: [Int: HistoricMistake] = [:]
    /// How many things have happened.
    var events = 0
    var random = SeededGenerator(state: 20_161_201)
    private var sequence = 0
    private var decrees = 0

    init() {
        for agency in Self.agencies {
            let name = agency.uppercased()
            units[agency] =
                [HistoricUnit(id: "\(agency)-A", name: "Dinas \(name)", parent: nil)]
                + ["B", "C", "D"]
                .map { HistoricUnit(id: "\(agency)-\($0)", name: "Bidang \($0) \(name)", parent: "\(agency)-A") }
            posts[agency] =
                [
                    HistoricPost(
                        unit: "\(agency)-A",
                        title: "Kepala Dinas \(name)",
                        kind: .structural(echelon: "22"),
                        seats: 1
                    ),
                    HistoricPost(
                        unit: "\(agency)-A",
                        title: "Sekretaris Dinas \(name)",
                        kind: .structural(echelon: "31"),
                        seats: 1
                    ),
                ]
                + ["B", "C", "D"]
                .flatMap { part in
                    [
                        HistoricPost(
                            unit: "\(agency)-\(part)",
                            title: "Kepala Bidang \(part)",
                            kind: .structural(echelon: "32"),
                            seats: 1
                        ),
                        HistoricPost(
                            unit: "\(agency)-\(part)",
                            title: "Analis Kebijakan Ahli Muda",
                            kind: .functional,
                            seats: 3
                        ),
                        HistoricPost(unit: "\(agency)-\(part)", title: "Pengolah Data", kind: .executor, seats: 3),
                        HistoricPost(unit: "\(agency)-\(part)", title: "Pengadministrasi", kind: .executor, seats: 4),
                    ]
                }
        }
    }

    // MARK: - Chance

    mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &random) < share }

    /// A day of the year's months, so that what is imported in November has happened.
    mutating func day(_ year: Int, _ months: ClosedRange<Int> = 2...10) -> CivilDate {
        date(year, Int.random(in: months, using: &random), Int.random(in: 1...28, using: &random))
    }

    func date(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
        guard let date = CivilDate(year: year, month: month, day: day) else { preconditionFailure("not a day") }
        return date
    }

    mutating func newDecree(_ day: CivilDate) -> String {
        decrees += 1
        return "82\(decrees % 4)/\(decrees)/\(day.year)"
    }

    // MARK: - Seats

    func holders(_ agency: String, _ post: HistoricPost) -> [Int] {
        people.indices.filter {
            people[$0].agency == agency && people[$0].unit == post.unit && people[$0].title == post.title
        }
    }

    func hasSeat(_ agency: String, _ post: HistoricPost) -> Bool { holders(agency, post).count < post.seats }

    /// A post of the agency with a free seat; nil when there is none.
    mutating func freePost(_ agency: String, _ isWanted: (HistoricPost) -> Bool) -> HistoricPost? {
        (posts[agency] ?? []).filter { isWanted($0) && hasSeat(agency, $0) }.randomElement(using: &random)
    }

    // MARK: - People

    /// Somebody begins to serve; nil when no seat is free.
    mutating func hire(
        into agency: String,
        _ wanted: HistoricPost? = nil,
        appointed: CivilDate,
        since: CivilDate,
        age: Int,
        isContract: Bool = false
    ) {
        guard let post = wanted ?? freePost(agency, { !$0.isHead }) else { return }
        sequence += 1
        let birth = date(appointed.year - age, 1 + sequence % 12, 1 + sequence % 28)
        let sex: Sex = sequence.isMultiple(of: 2) ? .female : .male
        let nip =
            isContract
            ? NIP.make(birthDate: birth, contractYear: appointed.year, sex: sex, sequence: sequence % 999 + 1)
            : NIP.make(
                birthDate: birth,
                appointedYear: appointed.year,
                appointedMonth: appointed.month,
                sex: sex,
                sequence: sequence % 999 + 1
            )
        guard let nip else { preconditionFailure("not a NIP") }
        people.append(
            HistoricPerson(
                nip: nip,
                name: "Warga Contoh \(sequence)",
                isContract: isContract,
                birth: birth,
                appointed: appointed,
                agency: agency,
                rank: isContract ? 9 : post.isHead ? 41 : 31,
                rankSince: since,
                place: .post(unit: post.unit, title: post.title, since: since),
                decree: newDecree(since)
            )
        )
        events += 1
    }
}
