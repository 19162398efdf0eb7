public import CityDatabase
public import Personnel
public import Reports

extension Imprint {
    /// Of a page about the city: whether its people are generated is a fact that the city keeps.
    public init(of city: CityDatabase, maker: String?, madeOn: CivilDate) async throws {
        self.init(maker: maker, madeOn: madeOn, isDemo: try await city.isDemo())
    }
}
