import Telemetry
import Testing

@Suite("Messages that come again and again")
struct RepeatedMessagesTests {
    @Test("are said the first time, then once in a while with how often, and so is their end")
    func repeated() {
        let clock = ManualClock()
        let messages = RepeatedMessages(clock: clock)
        #expect(messages.say("away") == 0)
        for _ in 0..<299 {
            clock.advance(by: .seconds(1))
            #expect(messages.say("away") == nil)
        }
        #expect(messages.say("other") == 0)
        clock.advance(by: .seconds(1))
        #expect(messages.say("away") == 299)
        let ended = messages.end("away")
        #expect(ended?.times == 301 && ended?.lasted == .seconds(300))
        #expect(messages.end("away") == nil)
    }

    @Test("what begins anew at once is the same, and what begins anew later is told")
    func again() {
        let clock = ManualClock()
        let messages = RepeatedMessages(clock: clock)
        #expect(messages.say("away") == 0)
        #expect(messages.end("away") != nil)
        clock.advance(by: .seconds(5))
        #expect(messages.say("away") == nil)
        #expect(messages.end("away") == nil, "nobody was told that it had come again")
        clock.advance(by: .seconds(11))
        #expect(messages.say("away") == 0)
        #expect(messages.end("nothing") == nil)
    }

    @Test("what comes and goes is said once, and its end once, until it stays")
    func flapping() {
        let clock = ManualClock()
        let messages = RepeatedMessages(clock: clock)
        var (said, ended) = (0, 0)
        for _ in 0..<60 {
            if messages.say("away") != nil { said += 1 }
            if messages.end("away") != nil { ended += 1 }
            clock.advance(by: .seconds(1))
        }
        #expect(said == 1 && ended == 1)
        #expect(messages.say("away") == nil)
        clock.advance(by: .seconds(10))
        #expect(messages.say("away") == 60, "it has come to stay")
        #expect(messages.end("away")?.times == 62)
        #expect(messages.end("away") == nil)
    }

    @Test("so many different ones are kept in mind, and no more")
    func bounded() {
        let clock = ManualClock()
        let messages = RepeatedMessages(clock: clock)
        for number in 0..<5_000 {
            clock.advance(by: .milliseconds(1))
            #expect(messages.say("\(number)") == 0)
        }
        #expect(messages.say("4999") == nil && messages.say("0") == 0)
    }
}
