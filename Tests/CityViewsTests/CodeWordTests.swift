import CityDatabase
import CityViews
import Jobs
import Personnel
import Testing
import Texts

@Suite("Words for codes")
struct CodeWordTests {
    /// Each kind of code that tables say in words, with all its codes.
    private static let kinds: [(kind: String, codes: [String])] = [
        ("run", RunProgress.State.allCases.map(\.rawValue)),
        ("phase", CyclePhase.allCases.map(\.rawValue)),
        ("phase_title", CyclePhase.allCases.map(\.rawValue)),
        ("job", JobRecord.State.allCases.map(\.rawValue)),
        ("priority", JobRequest.Priority.allCases.map { "\($0)" }),
        ("occurrence", ScheduleOccurrence.State.allCases.map(\.rawValue)),
        ("shift", Recurrence.Shift.allCases.map(\.rawValue)),
        ("missed", Schedule.Missed.allCases.map(\.rawValue)),
        ("overlap", Schedule.Overlap.allCases.map(\.rawValue)),
        ("holiday", Holiday.Kind.allCases.map(\.rawValue)),
        ("agency_kind", AgencyDefinition.kinds),
        ("level", TalentLevel.allCases.map(\.code)),
        ("axis", TalentAxis.allCases.map(\.rawValue)),
        ("fairness", FairnessTable.Dimension.allCases.map(\.rawValue)),
        ("dimension", DataQuality.Indicator.allCases.map(\.dimension.name)),
        (
            "evidence",
            LevelScore.required.filter { ["award", "team_duty", "discipline"].contains($0.component) }
                .flatMap { $0.levels.filter { !["none", "serving"].contains($0) } }
        ),
        ("difference", Difference.Kind.allCases.map(\.rawValue) + ["unreadable"]),
        ("mend", Mend.Code.allCases.map(\.rawValue)), ("quality", DataQuality.Indicator.allCases.map(\.rawValue)),
    ]

    @Test("no code lacks its words", arguments: kinds)
    func complete(_ kind: String, _ codes: [String]) {
        for code in codes { #expect(TextCatalogue.words["\(kind).\(code)"] != nil, "\(kind).\(code)") }
    }
}
