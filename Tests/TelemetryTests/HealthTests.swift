import Telemetry
import Testing

@Suite("Health")
struct HealthTests {
    private let clock = ManualClock()

    @Test("it is live until nothing went on for longer than the limit, and again when something does")
    func live() {
        let health = Health(limit: .seconds(60), clock: clock)
        #expect(health.isLive)
        clock.advance(by: .seconds(60))
        #expect(health.isLive)
        clock.advance(by: .milliseconds(1))
        #expect(!health.isLive)
        #expect(health.liveness.problems == ["no progress for 60 s, the limit is 60 s"])
        health.draining()
        health.draining()
        #expect(!health.isLive)
        health.progress()
        #expect(health.isLive)
    }

    @Test("an answer of the database, of either kind, is a sign of life")
    func answers() {
        let health = Health(limit: .seconds(1), clock: clock)
        clock.advance(by: .seconds(2))
        health.unavailable("connection refused")
        #expect(health.isLive)
        clock.advance(by: .seconds(2))
        #expect(!health.isLive)
        health.available()
        #expect(health.isLive)
    }

    @Test("it is ready when it has started, the database answered the last time, and it is not draining")
    func ready() {
        let health = Health(clock: clock)
        #expect(health.readiness.problems == ["not started", "the database has not been asked yet"])
        health.available()
        #expect(!health.isReady)
        health.started()
        #expect(health.isReady)
        health.unavailable("connection\nrefused")
        #expect(health.readiness.problems == ["database unavailable: connection refused"])
        health.available()
        #expect(health.isReady)
        health.draining()
        health.available()
        #expect(health.readiness.problems == ["draining"])
    }
}
