import Foundation
import Personnel

/// A check as the database takes it in.
struct CheckRecord: Encodable {
    private struct Verdict: Encodable {
        let rule: String
        let outcome: String
        let stops: Bool
        let mayBeLifted: Bool
        let facts: [[String]]
        let passesFrom: String?

        enum CodingKeys: String, CodingKey {
            case rule, outcome, stops, facts
            case mayBeLifted = "may_be_lifted"
            case passesFrom = "passes_on"
        }
    }

    private let agency: Int32
    private let `case`: Int64
    private let revision: Int32
    private let day: String
    private let direction: String?
    private let imutType: Int?
    private let verdicts: [Verdict]

    private enum CodingKeys: String, CodingKey {
        case agency, `case`, revision, day, direction, verdicts
        case imutType = "imut_type"
    }

    init(_ known: TransferFactsReader.Known, _ verdicts: [TransferVerdict], _ imut: ImutProposal) {
        agency = known.agency
        `case` = known.id
        revision = known.revision
        day = known.facts.day.iso
        direction = known.facts.direction?.code
        imutType = imut.code?.type
        self.verdicts = verdicts.map { verdict in
            Verdict(
                rule: verdict.condition.code,
                outcome: verdict.outcome.code,
                stops: verdict.stops,
                mayBeLifted: verdict.allowsException,
                facts: verdict.facts.map { [$0.name.code, $0.text] }
                    + verdict.missing.map { ["missing", $0.code] }
                    + verdict.documents.map { ["document", "\($0.kind.code) \($0.number) \($0.day.iso)"] },
                passesFrom: verdict.passesFrom?.iso
            )
        }
    }

    static func json(_ records: [CheckRecord]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(records), as: UTF8.self)
    }
}
