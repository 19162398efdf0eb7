import Testing

@testable import CityDatabase

@Suite("Version of the server")
struct ServerVersionTests {
    @Test(
        "below the release that fixed row security, each major version is refused",
        arguments: [
            (140_022, 150_014), (150_000, 150_014), (150_013, 150_014), (150_014, nil), (150_018, nil),
            (160_009, 160_010),
            (160_010, nil), (170_005, 170_006), (170_006, nil), (180_000, nil), (190_001, nil),
        ] as [(Int32, Int32?)]
    )
    func minimum(_ number: Int32, _ required: Int32?) {
        #expect(ServerVersion(number: number).required?.number == required)
    }

    @Test("it is written as people write it")
    func description() {
        #expect(ServerVersion(number: 150_014).description == "15.14")
    }
}
