import Testing

@testable import Postgres

@Suite("Refused start")
struct StartupFailureTests {
    @Test("of several hosts the last that gives a code decides, and the words of all are kept")
    func severalHosts() {
        let failure = StartupFailure(
            """
            connection to server at "10.0.0.1", port 5432 failed: FATAL:  57P03: the database system is starting up
            LOCATION:  ProcessStartupPacket, postmaster.c:2341
            connection to server at "10.0.0.2", port 5432 failed: FATAL:  28P01: password authentication failed for user "app"
            LOCATION:  auth_failed, auth.c:326
            """
        )
        #expect(failure.sqlState == .invalidPassword)
        #expect(failure.message.contains("10.0.0.1") && failure.message.contains("10.0.0.2"))
        #expect(!failure.message.contains("postmaster.c") && !failure.message.contains("28P01"))
    }

    @Test("words without a code have none")
    func noCode() {
        let text = "connection to server at \"10.0.0.1\", port 5432 failed: Connection refused"
        #expect(StartupFailure(text).sqlState == nil && StartupFailure(text).message == text)
    }
}
