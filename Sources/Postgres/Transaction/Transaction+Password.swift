extension Transaction {
    /// What a server keeps of a password: its SCRAM-SHA-256 verifier (RFC 5803), with a fresh salt. Computed here, so that
    /// the password itself reaches neither the server nor its log.
    ///
    /// ```swift
    /// let verifier = try tx.passwordVerifier(for: "a generated password")
    /// print(try tx.one("select set_password(\("dinkes"), \(verifier))", as: Bool.self))
    /// ```
    /// - Throws: `misuse` when libpq refuses, for lack of memory or of randomness.
    public borrowing func passwordVerifier(for password: String) throws(PostgresError) -> String {
        try session.connection.passwordVerifier(for: password)
    }
}
