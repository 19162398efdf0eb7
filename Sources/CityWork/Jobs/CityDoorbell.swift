public import CityDatabase
public import Jobs
public import Postgres

extension Doorbell {
    /// Rings for the workers of a city.
    public convenience init(_ city: City, _ database: Database) {
        self.init(database, scope: Principal.worker.scope(in: city), channel: .jobs(of: city))
    }
}

extension Channel {
    /// The channel on which the workers of a city hear that there is something to do.
    public static func jobs(of city: City) -> Channel { Channel("mutasi_\(city.name)_jobs") }
}
