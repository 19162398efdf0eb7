import CityDatabase
import TestSupport

/// One attempt to get past the walls with `psql`: as a stranger with an agency's own login, or as one of the service's roles
/// that wants more than its program needs.
struct Attack: Sendable {
    /// Whoever makes it.
    enum Attacker: String, Sendable {
        case login, pool, personnel, mover, worker, provisioner, auditor
    }

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
    let attacker: Attacker

    init(
        _ pitfall: Int,
        _ name: String,
        _ script: String,
        _ expectation: Expectation = .denied,
        as attacker: Attacker = .login
    ) {
        self.pitfall = pitfall
        self.name = name
        self.script = script
        self.expectation = expectation
        self.attacker = attacker
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
            "-d", stage.city.uri(user: attacker == .login ? login.role : "medan_admin"), "-c", filled(for: stage),
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
            "foreign_nip": IsolationStage.nip(1), "own_employment": "\(stage.ownEmployment)",
            "run": "\(stage.run)", "foreign_employment": "\(stage.foreignEmployment)",
            "open_cycle": "\(stage.openCycle)",
        ]
        return values.reduce(attacker == .login ? script : asRole) { $0.replacing("{\($1.key)}", with: $1.value) }
    }

    /// As the programs do it, and undone.
    private var asRole: String {
        """
        begin; set local role medan_\(attacker.rawValue); set local search_path = medan, pg_temp;
        set local mutasi.agency = '{own}'; \(script); rollback
        """
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
