import CLibPQ

extension PGConnection {
    /// The verifier of SCRAM-SHA-256, in which no login's name takes part.
    func passwordVerifier(for password: String) throws(PostgresError) -> String {
        guard let text = unsafe PQencryptPasswordConn(pointer, password, "", "scram-sha-256") else {
            throw PostgresError(.misuse("libpq made no verifier of the password"), wasSent: false)
        }
        defer { unsafe PQfreemem(text) }
        return unsafe String(cString: text)
    }
}
