import Personnel
import Testing

@Suite("The core values")
struct CoreValueTests {
    @Test("are seven, BerAKHLAK, with three behaviours each")
    func values() {
        #expect(CoreValue.allCases.map { $0.title.prefix(1) }.joined() == "BAKHLAK")
        #expect(CoreValue.allCases.allSatisfy { $0.behaviours.count == 3 })
        #expect(Set(CoreValue.allCases.flatMap(\.behaviours)).count == 21)
        #expect(CoreValue.allCases.map(\.code).allSatisfy { $0 == $0.lowercased() })
    }
}
