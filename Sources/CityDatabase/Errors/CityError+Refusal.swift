public import Postgres
import Texts

extension CityError {
    /// What the database refused by a rule of the city; nil for any other error.
    ///
    /// Its functions raise an SQLSTATE of class `MU` for each such rule, with the values of the message as a JSON
    /// object in the detail (`sql/README.md`). Two states of this class do not refuse anything: `MU001`, a lost claim,
    /// and `MU002`, by which a rehearsal takes its changes back.
    public init?(refusal error: PostgresError) {
        guard let diagnostic = error.diagnostic, diagnostic.isRaised else { return nil }
        self.init(state: diagnostic.sqlState.code, detail: diagnostic.detail)
    }

    /// A refusal that the database tells as a row.
    init?(state: String, detail: String?) {
        guard let code = Self.codes[state] else { return nil }
        let arguments = detail.map { RefusalDetail($0).arguments } ?? [:]
        // A schema of another version may send other values; then its own words are better than half of ours.
        guard Set(arguments.keys) == code.places else { return nil }
        self.init(code, arguments)
    }

    /// Codes by SQLSTATE.
    private static let codes: [String: Code] = {
        let pairs = Code.allCases.compactMap { code in code.state.map { ($0, code) } }
        return Dictionary(uniqueKeysWithValues: pairs)
    }()

    /// Turns refusals of the database into a `CityError`, and throws everything else unchanged.
    static func translatingRefusals<Output>(_ body: () async throws -> Output) async throws -> Output {
        do {
            return try await body()
        } catch let error as PostgresError {
            guard let refusal = CityError(refusal: error) else { throw error }
            throw refusal
        }
    }
}
