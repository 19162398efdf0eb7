import ArgumentParser
import CityDatabase
import CityWork
import Personnel
import Programs
import Reports

/// Which placements: a cycle's, or those of a day.
struct TalentOptions: ParsableArguments {
    @OptionGroup var options: DatabaseOptions
    @Argument(help: "The cycle, 2026-Q3 or 2026; without it, as of a day.") var cycle: CycleCode?
    @Option(help: "Use the facts of this day, YYYY-MM-DD, with the newest rating scored by then.") var asOf: CivilDate?
    @Option(help: "Use only facts recorded by the end of this day.") var knownOn: CivilDate?
    @OptionGroup var scope: AgencyOption

    func validate() throws {
        guard cycle == nil || asOf == nil else { throw ValidationError("give a cycle or --as-of, not both.") }
        guard knownOn == nil || asOf != nil else { throw ValidationError("--known-on goes with --as-of.") }
    }

    struct Chosen {
        let city: CityDatabase
        let map: TalentMap
        let source: TalentSource
        let reach: Reach
        /// The day that the placements are of.
        let day: CivilDate
        let rules: RuleSet
    }

    func load() async throws -> Chosen {
        let city = try options.cityDatabase()
        let map = TalentMap(city)
        let reach = try await scope.reach(in: city)
        if let cycle {
            let known = try await Cycles(city).find(cycle)
            let due = try await Cycles(city).days(known)[.place]
            return Chosen(
                city: city,
                map: map,
                source: .cycle(known),
                reach: reach,
                day: due ?? cycle.last,
                rules: try await RuleSets(city).find(known.ruleSet)
            )
        }
        let day = try await CityClock.day(asOf, in: city)
        return Chosen(
            city: city,
            map: map,
            source: try await map.source(on: day, knownOn: knownOn),
            reach: reach,
            day: day,
            rules: try await RuleSets(city).find(on: day)
        )
    }
}
