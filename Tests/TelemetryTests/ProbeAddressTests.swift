import Telemetry
import Testing

@Suite("Addresses for probes")
struct ProbeAddressTests {
    @Test(
        "loopback addresses and Unix sockets are read",
        arguments: [
            ("127.0.0.1:9464", "127.0.0.1:9464"), ("127.3.2.1:1", "127.3.2.1:1"), ("[::1]:9464", "[::1]:9464"),
            ("localhost:65535", "127.0.0.1:65535"), (":0", "127.0.0.1:0"), ("unix:/run/p.sock", "unix:/run/p.sock"),
        ]
    )
    func accepted(text: String, meaning: String) throws {
        #expect(try ProbeAddress(text).description == meaning)
        #expect(try ProbeAddress(meaning) == ProbeAddress(text))
    }

    @Test(
        "what other machines reach is refused, with what to do",
        arguments: ["0.0.0.0:80", "10.0.0.1:80", "[::]:80", "[fe80::1]:80", "example.org:80", "128.0.0.1:80", "*:80"]
    )
    func reachable(text: String) {
        let error = #expect(throws: ProbeError.self) { try ProbeAddress(text) }
        guard case .notLoopback = error else {
            Issue.record("\(text): \(String(describing: error))")
            return
        }
        #expect(error?.description.contains("reverse proxy") == true)
    }

    @Test(
        "what is no address is refused",
        arguments: [
            "", "9464", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:+80", "127.0.0.1:-1", "::1:80",
            "127.0.0.1:٨٠", "[::1:80",
        ]
    )
    func malformed(text: String) {
        #expect(throws: ProbeError.malformedAddress(text)) { try ProbeAddress(text) }
    }

    @Test("incomplete loopback numbers are refused", arguments: ["127.1:80", "127.0.0.256:80", "127.0.0.:80"])
    func incomplete(text: String) {
        #expect(throws: ProbeError.self) { try ProbeAddress(text) }
    }

    @Test("a socket's path is absolute and fits")
    func paths() throws {
        let longest = "/" + String(repeating: "a", count: 106)
        _ = try ProbeAddress("unix:" + longest)
        for path in ["", "probe.sock", longest + "a", "/a\0b"] {
            #expect(throws: ProbeError.unusablePath(path)) { try ProbeAddress("unix:" + path) }
        }
    }
}
