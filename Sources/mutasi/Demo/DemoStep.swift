import CityDatabase
import Personnel

/// A step of the demo's transfers: whose it is, and by which document.
struct DemoStep {
    let step: TransferStep
    let actor: TransferActor
    let act: TransferAct

    static let planner = "Perencana"
    static let verifier = "Verifikator"
    /// The letter that invites to the inauguration.
    static let invitation = "005/DEMO-1"

    /// All are taken on one day, by documents of the days before: nobody proposes and decides.
    static func course(_ today: CivilDate) -> [DemoStep] {
        func step(
            _ step: TransferStep,
            _ actor: TransferActor,
            _ by: String,
            _ document: String? = nil,
            dated day: CivilDate? = nil
        ) -> DemoStep {
            DemoStep(
                step: step,
                actor: actor,
                act: TransferAct(by: by, on: today, documentNumber: document, documentDate: day)
            )
        }
        return [
            step(.submit, .personnel, planner),
            step(.verify, .personnel, verifier),
            step(.consider, .reviewTeam, "Ketua Tim", "800/DEMO-1", dated: today + -28),
            step(.approve, .mayor, "Wali Kota"),
            step(.requestPertek, .personnel, planner),
            step(.issuePertek, .bkn, planner, "AP-DEMO/1", dated: today + -21),
            step(.decree, .mayor, "Wali Kota", "821.2/DEMO-1", dated: today + -14),
            step(.announce, .personnel, planner),
            step(.invite, .personnel, planner, invitation, dated: invited(today)),
            step(.inaugurate, .mayor, "Wali Kota"),
        ]
    }

    /// At least one working day before the inauguration, whatever the holidays (Perka BKN 7/2017).
    static func invited(_ today: CivilDate) -> CivilDate { today + -13 }

    /// What the rules of transfers ask for heads of agencies, with the filing codes.
    static let documents: [(kind: DocumentKind, code: String)] = [
        (.disciplineStatement, "862"), (.studyStatement, "893"), (.competencyTest, "800"), (.auditClearance, "700"),
    ]

    /// The days of Medan's last election and of its head's first six months.
    static let freezes: [(kind: FreezeWindow.Kind, first: CivilDate, last: CivilDate, basis: String)] = [
        (.election, "2024-03-22", "2025-02-19", "UU 10/2016 art 71(2)"),
        (.newHead, "2025-02-20", "2025-08-20", "UU 10/2016 art 162(3)"),
    ]
    .compactMap { kind, first, last, basis in
        guard let first = CivilDate(iso: first), let last = CivilDate(iso: last) else { return nil }
        return (kind, first, last, basis)
    }
}
