import Testing

@testable import Personnel

@Suite("Comparing proposals with I-Mut")
struct ProposalReconciliationTests {
    private static func nip(_ sequence: Int) -> NIP { sample(try? NIP("19800102200503100\(sequence)")) }

    private static func person(_ states: TransferState..., sequence: Int = 1, type: Int? = nil) -> RecordedPerson {
        RecordedPerson(
            nip: nip(sequence),
            name: "Budi",
            agency: sample(AgencyCode("dinkes")),
            post: nil,
            transfers: states.enumerated()
                .map { index, state in
                    RecordedTransfer(
                        number: "TRF-2027-00000\(index + 1)",
                        state: state,
                        day: sample(CivilDate(iso: "2027-0\(index + 1)-01")),
                        imutType: type
                    )
                }
        )
    }

    private static func row(_ status: String, _ sequence: Int = 1, line: Int = 2, type: Int? = nil) -> StatedProposal {
        StatedProposal(
            line: line,
            nip: nip(sequence),
            status: sample(ImutStatus(status)),
            type: type,
            pertekNumber: "AP-12",
            pertekDate: CivilDate(iso: "2026-12-10")
        )
    }

    private func told(_ rows: [StatedProposal], _ people: RecordedPerson..., isPartial: Bool = false) -> [String] {
        ProposalReconciliation(rows, with: people, isPartial: isPartial).differences
            .map { "\($0.kind.rawValue) \($0.mend.code.rawValue)" }
    }

    @Test(
        "a status is known by number or name",
        arguments: [
            ("23", ImutStatus.Stage.issued), ("023", .issued), ("surat keluar", .issued), ("12", .withBKN),
            ("Tidak Memenuhi Syarat", .refused), ("31", .finished), ("11", .finished), ("99", .deleted),
            ("5", .returned),
            ("1", .preparing),
        ]
    )
    func statuses(_ text: String, _ stage: ImutStatus.Stage) {
        #expect(ImutStatus(text)?.stage == stage)
    }

    @Test("other statuses are not", arguments: ["0", "24", "100", "", "terkirim"])
    func unknown(_ text: String) { #expect(ImutStatus(text) == nil) }

    @Test(
        "each state of ours beside each stage of theirs",
        arguments: [
            (TransferState.draft, "12", "go_on"), (.verified, "1", nil), (.approved, "12", "request_pertek"),
            (.approved, "2", nil), (.pertekReturned, "5", nil), (.pertekReturned, "12", "request_pertek"),
            (.pertekRequested, "12", nil), (.pertekRequested, "2", "imut_send"),
            (.pertekRequested, "23", "issue_pertek"),
            (.pertekRequested, "14", "return_pertek"), (.pertekRequested, "13", "refuse_pertek"),
            (.pertekRequested, "99", "imut_enter"), (.pertekIssued, "23", nil), (.decreed, "12", "imut_look_up"),
            (.effective, "23", "report_after_duty"), (.effective, "31", "record_duty_and_report"),
            (.onDuty, "23", "report_transfer"), (.onDuty, "11", "record_report"), (.reported, "31", nil),
            (.completed, "23", "report_again"), (.cancelled, "12", "imut_withdraw"), (.revoked, "99", nil),
            (.reversed, "31", nil), (.reversed, "23", "imut_withdraw"),
        ] as [(TransferState, String, String?)]
    )
    func pairs(_ state: TransferState, _ status: String, _ mend: String?) {
        #expect(told([Self.row(status)], Self.person(state)) == mend.map { ["proposal \($0)"] } ?? [])
    }

    @Test("a proposal without a transfer, and a transfer without a proposal")
    func sides() {
        #expect(told([Self.row("12")], Self.person()) == ["proposal imut_propose"])
        #expect(told([Self.row("99")], Self.person()) == [])
        #expect(told([Self.row("12", 2)], Self.person()) == ["person_unknown import_people"])
        #expect(told([], Self.person(.pertekRequested)) == ["proposal imut_enter"])
        #expect(told([], Self.person(.pertekRequested), isPartial: true) == [])
        #expect(told([], Self.person(.draft), Self.person(.completed, sequence: 2)) == [])
    }

    @Test("of several rows those that count are compared, and each finds the transfer that it fits")
    func several() {
        let person = Self.person(.completed, .pertekRequested)
        #expect(told([Self.row("31"), Self.row("12", line: 3)], person) == [])
        #expect(told([Self.row("6"), Self.row("12", line: 3)], Self.person(.pertekRequested)) == [])
        #expect(
            told([Self.row("12"), Self.row("12", line: 3)], Self.person(.pertekRequested)) == ["repeated remove_row"]
        )
    }

    @Test("the type is compared where both sides have one, and the pertek's number and date are in the mend")
    func details() {
        let person = Self.person(.pertekRequested, type: 56)
        #expect(told([Self.row("12", type: 50)], person) == ["proposal_type imut_type"])
        #expect(told([Self.row("12", type: 56)], person) == [] && told([Self.row("12")], person) == [])
        let issued = ProposalReconciliation([Self.row("23")], with: [Self.person(.pertekRequested)]).differences
        #expect(
            issued.first?.mend.values == ["number": "TRF-2027-000001", "document": "AP-12", "day": "2026-12-10"]
        )
    }

    @Test("an agency is told of its own people only")
    func agency() {
        let found = ProposalReconciliation([Self.row("12", 2)], with: [Self.person()], ofAgency: true)
        #expect(found.differences.isEmpty && found.foreign == 1)
    }
}
