import CoreMetrics
import Foundation
import Glibc
import Telemetry
import TestSupport
import Testing

@Suite("Probes under hostile requests", .timeLimit(.minutes(20)))
struct HostileRequestTests {
    private let health = Health(clock: ManualClock())
    private let registry = PrometheusRegistry()

    private func serving(limit: Duration = .seconds(600), _ body: (String) async throws -> Void) async throws {
        let server = ProbeServer(
            try ProbeAddress(":0"),
            health: health,
            registry: registry,
            answerLimit: limit
        )
        try await running([server]) { try await body(server.boundAddress.description) }
    }

    @Test("each is answered once, with what is wrong, and the connection ends", arguments: HostileClient.attacks)
    func answered(_ attack: HostileClient.Attack) async throws {
        try await serving { address in
            let answer = try await HostileClient.send(attack, to: address)
            #expect(answer.hasPrefix("HTTP/1.1 \(attack.status) "), "\(answer.prefix(300))")
            #expect(answer.components(separatedBy: "Content-Length: ").count == 2)
            #expect(answer.contains("\r\nConnection: close\r\n"))
            #expect(try await HTTPExchange.send("GET", "/live", to: address).status == 200)
        }
    }

    @Test("three hundred slow ones, which go on byte by byte, keep nobody from an answer")
    func slow() async throws {
        try await serving { address in
            let slow = try await BlockingWork.run { try HostileClient.slow(300, to: address) }
            for _ in 0..<20 {
                #expect(try await HTTPExchange.send("GET", "/live", to: address).status == 200)
                for descriptor in slow { HostileClient.creep(descriptor) }
            }
            for descriptor in slow { close(descriptor) }
        }
    }

    @Test("who has not asked in time is told so, and who has said nothing is left without a word")
    func late() async throws {
        try await serving(limit: .milliseconds(50)) { address in
            let slow = HostileClient.Attack("slow", "GET /li", 408)
            let told = try await HostileClient.send(slow, to: address)
            #expect(told.hasPrefix("HTTP/1.1 408 "))
            let silent = try await HostileClient.send(.init("silent", "", 0), to: address)
            #expect(silent.isEmpty)
        }
    }

    @Test("who does not read the answer does not keep others from theirs")
    func unread() async throws {
        for number in 0..<20_000 {
            Counter(label: "c_total", dimensions: [("n", "\(number)")], factory: registry).increment()
        }
        try await serving { address in
            let deaf = try (0..<100)
                .map { _ in
                    let descriptor = try HTTPExchange.connected(to: address)
                    HostileClient.creep(descriptor, "GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n")
                    return descriptor
                }
            #expect(try await HTTPExchange.send("GET", "/live", to: address).status == 200)
            for descriptor in deaf { close(descriptor) }
        }
    }
}
