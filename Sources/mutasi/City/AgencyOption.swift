import ArgumentParser
import CityDatabase
import Personnel

/// Of what a command speaks: of one agency, or without the option of the city.
struct AgencyOption: ParsableArguments {
    @Option(help: "Only this agency, by its code.") var agency: AgencyCode?

    /// - Throws: `CityError` when there is no such agency.
    func reach(in city: CityDatabase) async throws -> Reach {
        try await Agencies(city).reach(agency)
    }
}
