import Foundation

/// Keys and certificates of a private authority, made once for the process by `openssl`.
public struct Certificates: Sendable {
    /// The authority that signed the server's certificate; a file for `sslrootcert`.
    public let authority: String
    /// An authority that signed nothing here.
    public let otherAuthority: String
    /// The server's certificate, for `localhost` and 127.0.0.1.
    let server: String
    let serverKey: String

    /// Throws when `openssl` is missing.
    public static func shared() async throws -> Certificates {
        try await BlockingWork.run { try made.get() }
    }

    private static let made = Result { try Certificates() }

    private init() throws {
        let folder = try ScratchDirectory().path
        func make(_ name: String, _ subject: String, _ more: [String]) throws -> String {
            let path = "\(folder)/\(name)"
            let words = [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
                "-subj", "/CN=\(subject)", "-keyout", path + ".key", "-out", path + ".crt",
            ]
            let result: Program.Result
            do {
                result = try Program(path: "/usr/bin/openssl").runBlocking(words + more)
            } catch {
                throw StageError("cannot run openssl: \(error)", hint: "run deploy/install-prerequisites tests")
            }
            guard result.status == 0 else {
                throw StageError(
                    "openssl did not make a certificate for \(subject)",
                    hint: "read its last words",
                    output: result.standardError
                )
            }
            return path + ".crt"
        }
        authority = try make("authority", "authority of the tests", [])
        otherAuthority = try make("other", "another authority", [])
        server = try make(
            "server",
            "localhost",
            [
                "-CA", authority, "-CAkey", folder + "/authority.key", "-addext", "basicConstraints=critical,CA:false",
                "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
            ]
        )
        serverKey = folder + "/server.key"
    }
}
