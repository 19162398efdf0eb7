public import CityDatabase
import Personnel
import Reports
public import Texts

extension StoredVerdict {
    /// What the person is told of it: what the rule asks, and the facts that answer it. Nil where nothing is known, where
    /// the rule tests the proposal and not the person, and for conditions of the city.
    public var reason: Wording? {
        guard let rule = TransferRule(code: rule), rule.isTold, ["pass", "warn"].contains(outcome) || exception != nil
        else { return nil }
        let asks = TextCatalogue.words.wording("transfer_rule.\(rule.code)")
        let known = facts.compactMap(Self.words)
        guard !known.isEmpty else { return nil }
        return Wording(
            indonesian: "\(Self.opening(asks.indonesian)): \(known.map(\.indonesian).joined(separator: "; "))",
            english: "\(Self.opening(asks.english)): \(known.map(\.english).joined(separator: "; "))"
        )
    }

    private static func opening(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    /// "months in the post: 34" of "months_in_post=34"; nil for facts that say nothing to the person.
    private static func words(_ fact: String) -> Wording? {
        let parts = fact.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, let name = FactName(rawValue: String(parts[0])), !parts[1].isEmpty,
            let value = value(String(parts[1]), of: name)
        else { return nil }
        let label = TextCatalogue.words.wording("verdict_fact.\(name.code)")
        return Wording(
            indonesian: "\(label.indonesian) \(value.indonesian)",
            english: "\(label.english) \(value.english)"
        )
    }

    private static func value(_ text: String, of name: FactName) -> Wording? {
        switch name {
        case .education, .neededEducation: return Wording(EducationLevel(siasn: text)?.title ?? text)
        case .basis: return TextCatalogue.words.wording("transfer_basis.\(text)")
        case .level, .neededLevel: return Wording(PositionLevel(code: text)?.title ?? text)
        case .document:
            // "competency_test 800/1 2026-11-03": its kind is what the rule asks.
            let words = text.split(separator: " ")
            guard words.count > 2, let day = CivilDate(iso: String(words[words.count - 1])) else { return nil }
            return dated(words[1..<(words.count - 1)].joined(separator: " ") + ", ", day)
        case .heldSince, .retirement, .monthsInPost, .asked, .rank, .lowestRank, .highestRank, .schooling,
            .neededFields,
            .neededTrainings, .family, .neededFamily, .feederMonths, .experienceMonths, .ratings, .match:
            return CivilDate(iso: text).map { dated("", $0) } ?? Wording(text)
        default: return nil
        }
    }

    private static func dated(_ text: String, _ day: CivilDate) -> Wording {
        Wording(
            indonesian: text + Language.indonesian.date(day),
            english: text + Language.english.date(day)
        )
    }
}
