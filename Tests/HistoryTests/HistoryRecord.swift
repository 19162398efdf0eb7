import CityDatabase
import Personnel
import TestSupport
import Testing

/// The figures of a year as the programs give them: of its last day, and of its cycle.
struct HistoryRecord {
    /// By name of the figure.
    private let figures: [String: [String]]

    init(_ year: Int, isAppraised: Bool, _ city: TestCity) async throws {
        let day = try #require(CivilDate(year: year, month: 12, day: 31))
        let workforce = Workforce(city.database, asOf: day)
        let holders = try await workforce.holders(in: .city, purpose: "history")
        let counted = try await workforce.figures(in: .city)
        var figures = [
            "holders": holders.map { "\($0.agency) \($0.nip) \($0.post), \($0.unit), \($0.positionLevel)" }.sorted(),
            "vacancies": try await workforce.vacancies(in: .city, by: day)
                .map { "\($0.agency) \($0.unit) \($0.post): \($0.held) of \($0.seats)" }.sorted(),
            "people": [
                "\(counted.people) people, \(counted.held) with a post", "men \(Self.sorted(counted.men))",
                "women \(Self.sorted(counted.women))", "tenure \(Self.sorted(counted.tenure))",
                "retirements \(Self.sorted(counted.retirements))",
            ],
            "units": try await Units(city.database).list(in: .city, on: day)
                .map { "\($0.agency) \($0.id) \($0.name) under \($0.parent ?? "-")" }.sorted(),
        ]
        if isAppraised {
            let cycles = Cycles(city.database)
            let cycle = try await cycles.find(try #require(CycleCode("\(year)")))
            figures["cycle"] = try await cycles.figures(cycle, in: .city)
                .map { "\($0.agency.code) \($0.agency.name) \($0.figures)" }
        }
        self.figures = figures
    }

    private static func sorted(_ counts: [some Hashable: Int]) -> String {
        counts.map { "\($0.key): \($0.value)" }.sorted().joined(separator: ", ")
    }

    /// Each line that only one of the two has.
    func differences(from other: HistoryRecord) -> [String] {
        figures.keys.sorted()
            .flatMap { name in
                let (then, now) = (figures[name] ?? [], other.figures[name] ?? [])
                return Set(then).subtracting(now).sorted().map { "\(name) no more: \($0)" }
                    + Set(now).subtracting(then).sorted().map { "\(name) now: \($0)" }
                    + (then.count == now.count ? [] : ["\(name): \(then.count) lines, now \(now.count)"])
            }
    }
}
