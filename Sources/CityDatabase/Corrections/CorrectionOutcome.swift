public import Personnel
import Postgres

/// What a correction changes, and what was computed from the former value.
public struct CorrectionOutcome: Sendable, Hashable {
    public struct Change: Sendable, Hashable {
        public let fact: Correction.Fact
        public let field: String
        public let before: String?
        public let after: String?
    }

    /// Results of a cycle that were computed from the former value.
    public struct Computed: Sendable, Hashable {
        public let cycle: CycleCode
        /// People with a result.
        public let people: Int
        /// Final results stay as they are; only an objection changes one.
        public let isFinal: Bool
    }

    public internal(set) var changes: [Change] = []
    public internal(set) var computed: [Computed] = []
}

extension Corrections {
    /// Names the results that were computed from a former value of these people's facts.
    func name(_ outcome: inout CorrectionOutcome, _ employments: [Int64], _ tx: inout Transaction) throws {
        guard outcome.changes.contains(where: { CorrectableField(rawValue: $0.field)?.feedsResults ?? false }) else {
            return
        }
        outcome.computed = try computed(from: employments, &tx)
    }
}
