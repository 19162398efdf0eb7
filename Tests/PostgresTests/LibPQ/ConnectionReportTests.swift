import Testing

@testable import Postgres

@Suite("Report of a connection")
struct ConnectionReportTests {
    @Test(
        "of several hosts the last that gives a code decides, and of each libpq's own words and the name of the condition are kept"
    )
    func severalHosts() {
        let failure = ConnectionReport(
            """
            connection to server at "10.0.0.1", port 5432 failed: FATAL:  57P03: the database system is starting up
            LOCATION:  ProcessStartupPacket, postmaster.c:2341
            connection to server at "10.0.0.2", port 5432 failed: FATAL:  28P01: password authentication failed for user "app"
            LOCATION:  auth_failed, auth.c:326
            """
        )
        #expect(failure.sqlState == .invalidPassword)
        #expect(failure.message.contains("10.0.0.1") && failure.message.contains("10.0.0.2"))
        #expect(failure.message.hasSuffix("10.0.0.2\", port 5432 failed: invalid password"))
        #expect(!failure.message.contains("postmaster.c") && !failure.message.contains("28P01"))
    }

    @Test("the server's farewell is told by its condition alone, in whatever language it was")
    func farewell() {
        let report = ConnectionReport(
            """
            FATAL:  57P01: breche Verbindung ab aufgrund von Anweisung des Administrators
            LOCATION:  ProcessInterrupts, postgres.c:3222
            server closed the connection unexpectedly
            \tThis probably means the server terminated abnormally
            """
        )
        #expect(report.sqlState == .adminShutdown)
        #expect(
            report.message
                == "admin shutdown; server closed the connection unexpectedly; "
                + "This probably means the server terminated abnormally"
        )
    }

    @Test("words without a code have none")
    func noCode() {
        let text = "connection to server at \"10.0.0.1\", port 5432 failed: Connection refused"
        #expect(ConnectionReport(text).sqlState == nil && ConnectionReport(text).message == text)
    }
}
