import CityDatabase
import TestSupport

/// One attempt to get past the isolation, as a stranger with `psql` and an agency's own login would make it.
struct Attack: Sendable {
    enum Expectation: Sendable, Equatable {
        /// The server refuses it with this SQLSTATE.
        case refused(String)
        /// It runs, and prints exactly this.
        case answers(String)
        /// It works, and is meant to: why.
        case excepted(String)

        static let denied = Expectation.refused("42501")
    }

    /// Its number in the list of pitfalls of a shared schema.
    let pitfall: Int
    let name: String
    /// `{own}` and `{foreign}` are the agencies' numbers, `{login}`, `{group}`, `{foreign_login}` and `{foreign_group}`
    /// roles, `{own_nip}` and `{foreign_nip}` people, `{foreign_employment}` and `{open_cycle}` numbers.
    let script: String
    let expectation: Expectation

    init(_ pitfall: Int, _ name: String, _ script: String, _ expectation: Expectation = .denied) {
        self.pitfall = pitfall
        self.name = name
        self.script = script
        self.expectation = expectation
    }

    enum Outcome: Equatable, CustomStringConvertible {
        case refused(String)
        case answered(String)

        var description: String {
            switch self {
            case .refused(let state): "refused, \(state)"
            case .answered(let text): "answered \(text)"
            }
        }
    }

    func run(on stage: IsolationStage) async throws -> Outcome {
        let login = stage.logins[0]
        let arguments = [
            "-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1", "-v", "VERBOSITY=sqlstate",
            "-d", stage.city.uri(user: login.role), "-c", filled(for: stage),
        ]
        let result = try await Program(path: "/usr/bin/psql")
            .run(arguments, environment: ["PGPASSWORD": login.password ?? ""])
        guard result.status != 0 else {
            return .answered(result.standardOutput.split(separator: "\n").joined(separator: "|"))
        }
        let state = result.standardError.split(separator: "\n").first { $0.contains("ERROR:") }
            .map { String($0.split(separator: " ").last ?? "") }
        return .refused(state ?? result.standardError)
    }

    private func filled(for stage: IsolationStage) -> String {
        let values = [
            "own": "\(stage.own.id)", "foreign": "\(stage.foreign.id)", "login": stage.logins[0].role,
            "group": "medan_agency_\(stage.own.id)", "foreign_login": stage.logins[1].role,
            "foreign_group": "medan_agency_\(stage.foreign.id)", "own_nip": IsolationStage.nip(0),
            "foreign_nip": IsolationStage.nip(1), "foreign_employment": "\(stage.foreignEmployment)",
            "open_cycle": "\(stage.openCycle)",
        ]
        return values.reduce(script) { $0.replacing("{\($1.key)}", with: $1.value) }
    }

    /// Whether it got through.
    func succeeded(_ outcome: Outcome, on stage: IsolationStage) -> Bool {
        switch (expectation, outcome) {
        case (.refused(let state), .refused(let given)): state != given
        case (.answers(let text), .answered(let given)):
            given
                != text.replacing("{own_nip}", with: IsolationStage.nip(0)).replacing("{own}", with: "\(stage.own.id)")
        case (.excepted, _): false
        default: true
        }
    }
}
