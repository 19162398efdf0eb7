import ArgumentParser
import CityDatabase
import Foundation

/// What papers call the city and its head.
struct PaperCityOptions: ParsableArguments {
    @Option(help: "The city's name on the paper; without it, Kota and the city's name.") var cityName: TypedText?
    @Option(help: "The province, as 'Provinsi Sumatera Utara'; without it, the line is left out.") var province:
        TypedText?
    @Option(help: "The office that decides; without it, Wali Kota and the city's name.") var authority: TypedText?
    @Option(help: "Where the paper is signed; without it, the city's name.") var place: TypedText?

    /// The same as texts.
    struct Names {
        let city: String
        let province: String?
        let authority: String
        let place: String
    }

    func names(in city: CityDatabase) throws -> Names {
        let name = city.name.capitalized
        return Names(
            city: try cityName?.read("--city-name") ?? "Kota \(name)",
            province: try province?.read("--province"),
            authority: try authority?.read("--authority") ?? "Wali Kota \(name)",
            place: try place?.read("--place") ?? name
        )
    }
}
