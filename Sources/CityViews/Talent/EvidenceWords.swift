import CityDatabase
import Personnel
import Reports
import Texts

/// A piece of evidence as people read it.
enum EvidenceWords {
    static func line(_ evidence: Evidence) -> PersonSheet.Evidence {
        PersonSheet.Evidence(
            document: Wording(indonesian: text(evidence, .indonesian), english: text(evidence, .english)),
            time: time(of: evidence)
        )
    }

    private static func text(_ evidence: Evidence, _ language: Language) -> String {
        var parts = [title(of: evidence)(language)]
        if let number = evidence.documentNumber { parts.append(number) }
        if let level = evidence.level { parts.append(word(for: level, of: evidence.kind)(language)) }
        return parts.joined(separator: " · ")
    }

    /// A score that was stated is shown once, as the component's.
    private static func title(of evidence: Evidence) -> Wording {
        guard let title = evidence.title else {
            return TextCatalogue.words.wording(evidence.score == nil ? "evidence.record" : "evidence.stated")
        }
        guard evidence.kind == "rating", let cycle = CycleCode(title) else { return Wording(title) }
        return cycle.wording
    }

    /// A level is in words.csv, or is one of posts; SIASN's kinds of training are words already.
    private static func word(for level: String, of kind: String) -> Wording {
        if kind == "posting", let level = PositionLevel(code: level) { return Wording(level.title) }
        if let known = Table.Codes.words("evidence").wording(of: level) { return known }
        return Wording(level.replacing("_", with: " "))
    }

    private static func time(of evidence: Evidence) -> PersonSheet.Evidence.Time {
        guard let first = evidence.occurredOn else { return .unknown }
        let lasts = ["team_duty", "posting", "discipline"].contains(evidence.kind)
        return lasts || evidence.endedOn != nil ? .period(first, evidence.endedOn) : .day(first)
    }
}
