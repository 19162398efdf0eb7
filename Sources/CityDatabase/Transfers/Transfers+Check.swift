public import Personnel
import Postgres
import Texts

extension Transfers {
    /// What a check found of one case.
    public struct Checked: Sendable, Hashable {
        public let number: String
        public let direction: TransferDirection?
        public let imut: ImutProposal
        public let clearance: Clearance
    }

    /// Which cases to check.
    public enum Selection: Sendable, Hashable {
        case numbers([String])
        case batch(String)
        /// All that have not ended and are not in effect.
        case open
    }

    /// Judges cases by all rules, each for its planned day, and records the verdicts with the facts that were used.
    ///
    /// A case that changes between its reading and the recording is left out; the next check finds it.
    ///
    /// - Throws: `CityError` for an unknown number or batch.
    public func check(_ selection: Selection, by: String, on today: CivilDate) async throws -> [Checked] {
        let rules = try await RuleSets(city).find(on: today)
        return try await city.transaction(as: .personnel, options: .givingWay) { tx in
            let keys = try keys(selection, &tx)
            guard !keys.isEmpty else { return [] }
            let known = try TransferFactsReader(keys).read(&tx)
            let transferRules = try Self.rules(rules, &tx)
            var checked: [Checked] = []
            var records: [CheckRecord] = []
            for one in known where one.isReadable {
                let verdicts = transferRules.evaluate(one.facts)
                let imut = ImutProposal(
                    from: one.facts.source,
                    to: one.facts.target,
                    employment: one.facts.person.employment,
                    cause: one.facts.cause,
                    isSelectionExempt: one.facts.city.isTalentApproved
                )
                records.append(CheckRecord(one, verdicts, imut))
                checked.append(
                    Checked(
                        number: one.number,
                        direction: one.facts.direction,
                        imut: imut,
                        clearance: Clearance(verdicts, exceptions: one.exceptions)
                    )
                )
            }
            _ = try tx.one(
                "select record_transfer_checks(\(try CheckRecord.json(records))::text::jsonb, \(rules.code), \(by))",
                as: Int32.self
            )
            return checked
        }
    }

    private func keys(_ selection: Selection, _ tx: inout Transaction) throws -> [(AgencyID, Int64)] {
        let condition: SQL =
            switch selection {
            case .numbers(let numbers): "c.number = any (\(numbers))"
            case .batch(let code):
                "c.transfer_batch_id = (select transfer_batch_id from transfer_batch where code = \(code))"
            case .open: "true"
            }
        let found = try tx.all(
            """
            select c.agency_id, c.transfer_case_id, c.number
            from agency g
            join transfer_case c on c.agency_id = g.agency_id
            where \(fragment: condition)
                and (\(selection.isNamed) or c.state in (
                    select from_state from transfer_step where step in ('cancel', 'revoke')
                ))
            order by c.agency_id, c.transfer_case_id
            """,
            as: (Int32, Int64, String).self
        )
        if case .numbers(let numbers) = selection, let missing = Set(numbers).subtracting(found.map(\.2)).min() {
            throw CityError(.transferUnknown, ["number": "\(missing)"])
        }
        if case .batch(let code) = selection, found.isEmpty {
            throw CityError(.transferBatchUnknown, ["batch": "\(code)"])
        }
        return found.map { ($0.0, $0.1) }
    }

    /// The national rules, with what the city says of them.
    private static func rules(_ rules: RuleSet, _ tx: inout Transaction) throws -> TransferRuleSet {
        try TransferRuleSet(
            rules,
            rows: try rows(.transferRule, &tx),
            conditions: try rows(.localCondition, &tx)
        )
    }

    private static func rows(_ table: TransferRuleTable, _ tx: inout Transaction) throws -> [[String: String]] {
        let columns = table.columns
        let list: SQL =
            switch table {
            case .transferRule:
                "select array[rule, direction, level, effect, parameter, valid_from::text, source] from transfer_rule"
            case .localCondition:
                """
                select array[
                    condition, fact, comparison, value, direction, level, effect, exception, valid_from::text, source
                ]
                from local_condition
                """
            }
        return try tx.all(list, as: [String].self).map { Dictionary(uniqueKeysWithValues: zip(columns, $0)) }
    }
}

extension Transfers.Selection {
    var isNamed: Bool { if case .numbers = self { true } else { false } }
}
