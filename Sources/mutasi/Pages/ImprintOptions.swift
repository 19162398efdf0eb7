import ArgumentParser
import CityDatabase
import CityViews
import Programs
import Reports

/// The maker of a page.
struct ImprintOptions: ParsableArguments {
    @Option(
        help: "The maker's name on the page, as 'BKPSDM Kota Medan'; without it, MUTASI_ACTOR or the system's user."
    )
    var preparedBy: TypedText?

    func imprint(in city: CityDatabase) async throws -> Imprint {
        try await Imprint(
            of: city,
            maker: try preparedBy?.read("--prepared-by") ?? city.actor,
            madeOn: try await CityClock.today(in: city)
        )
    }
}
