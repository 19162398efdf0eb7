import Foundation
import ServiceLifecycle
import Telemetry
import TestSupport
import Testing

@Suite("What systemd is told")
struct SystemdTests {
    private func notifier(_ name: String, _ more: [String: String] = [:]) -> SystemdNotifier {
        SystemdNotifier(environment: more.merging(["NOTIFY_SOCKET": name]) { $1 }, processID: 42)
    }

    @Test("each message arrives by a path and by an abstract name")
    func messages() throws {
        let folder = try ScratchDirectory()
        for name in [folder.file("notify"), "@telemetry-\(UUID().uuidString)"] {
            let socket = try DatagramSocket(name)
            let notifier = notifier(name)
            #expect(notifier.isActive)
            #expect(notifier.ready(status: "waiting"))
            #expect(notifier.status("one\ntwo\r\nREADY=1"))
            #expect(notifier.pingWatchdog())
            #expect(notifier.stopping())
            #expect(
                socket.messages() == [
                    "READY=1\nSTATUS=waiting\n", "STATUS=one two READY=1\n", "WATCHDOG=1\n", "STOPPING=1\n",
                ]
            )
            #expect(notifier.reloading())
            let message = try #require(socket.messages().first)
            let time = try #require(message.wholeMatch(of: /RELOADING=1\nMONOTONIC_USEC=([0-9]+)\n/)?.1)
            let uptime = try #require(UInt64(time)) / 1_000_000
            #expect(uptime.distance(to: UInt64(ProcessInfo.processInfo.systemUptime)).magnitude < 60)
        }
    }

    @Test("without anybody to tell nothing happens")
    func nobody() throws {
        let folder = try ScratchDirectory()
        #expect(!SystemdNotifier(environment: [:]).ready())
        #expect(!SystemdNotifier(environment: [:]).isActive)
        for name in ["", "relative", "vsock:2:1", "@", "/" + String(repeating: "a", count: 200)] {
            #expect(!notifier(name).isActive == (name != "@"), "\(name)")
            #expect(!notifier(name).ready(), "\(name)")
        }
        #expect(!notifier(folder.file("missing")).ready())
    }

    @Test(
        "the watchdog's limit counts when it is meant for this process",
        arguments: [
            (["WATCHDOG_USEC": "3000000"], Duration.seconds(3)),
            (["WATCHDOG_USEC": "3000000", "WATCHDOG_PID": "42"], .seconds(3)),
            (["WATCHDOG_USEC": "3000000", "WATCHDOG_PID": "41"], nil), (["WATCHDOG_USEC": "0"], nil),
            (["WATCHDOG_USEC": "soon"], nil), ([:], nil),
        ] as [([String: String], Duration?)]
    )
    func limit(environment: [String: String], limit: Duration?) {
        #expect(notifier("/run/notify", environment).watchdogLimit == limit)
    }

    @Test("the watchdog is pinged at each half of its limit, but not while the work hangs")
    func watchdog() async throws {
        let folder = try ScratchDirectory()
        let socket = try DatagramSocket(folder.file("notify"))
        let clock = ManualClock()
        let health = Health(limit: .seconds(60), clock: clock)
        let watchdog = Watchdog(
            notifier(folder.file("notify"), ["WATCHDOG_USEC": "40000000"]),
            health,
            clock: clock
        )
        try await running([watchdog]) {
            var pings: [Int] = []
            for step in 1...7 {
                #expect(await clock.nextSleep() == .seconds(20))
                pings.append(socket.messages().count { $0 == "WATCHDOG=1\n" })
                if step == 6 { health.progress() }
                clock.advance(by: .seconds(20))
            }
            // At 0, 20, 40 and 60 s it was live; at 80 and 100 s not; then the work went on.
            #expect(pings == [1, 1, 1, 1, 0, 0, 1])
        }
    }

    @Test("the watchdog of nobody stays until the shutdown, and the notice of that tells both")
    func shutdown() async throws {
        let folder = try ScratchDirectory()
        let socket = try DatagramSocket(folder.file("notify"))
        let health = Health(clock: ManualClock())
        health.started()
        health.available()
        let notifier = notifier(folder.file("notify"))
        let services: [any Service] = [Watchdog(notifier, health), ShutdownNotice(health, notifier)]
        try await running(services) {}
        #expect(health.readiness.problems == ["draining"])
        #expect(socket.messages() == ["STOPPING=1\n"])
    }
}
