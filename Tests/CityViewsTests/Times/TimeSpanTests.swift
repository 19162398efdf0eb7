import CityViews
import Testing

@Suite("Lengths of time in words")
struct TimeSpanTests {
    @Test("are read and written alike", arguments: ["0s", "45s", "15m", "2h", "7d"])
    func roundTrip(text: String) {
        #expect(TimeSpan(text)?.description == text)
    }

    @Test("are written in the largest unit", arguments: [("60s", "1m"), ("90m", "90m"), ("48h", "2d")])
    func largestUnit(text: String, written: String) {
        #expect(TimeSpan(text)?.description == written)
    }

    @Test("are nothing else", arguments: ["", "7", "d", "-1s", "1w", "1.5h", "99999999s", "99999999999999999999d"])
    func refused(text: String) {
        #expect(TimeSpan(text) == nil)
    }
}
