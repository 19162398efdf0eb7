import Testing

@testable import Personnel

@Suite("Comparing posts with SIASN")
struct PostReconciliationTests {
    private static let today = day("2027-03-10")
    private static let (dinkes, dlh) = (sample(AgencyCode("dinkes")), sample(AgencyCode("dlh")))
    private static let units = ["U1": dinkes, "U2": dinkes, "L1": dlh]

    private static func day(_ iso: String) -> CivilDate { sample(CivilDate(iso: iso)) }

    private static func nip(_ sequence: Int, sex: Int = 1) -> NIP {
        sample(try? NIP("19800102200503\(sex)00\(sequence)"))
    }

    private static func post(
        _ title: String = "Analis",
        _ unit: String = "U1",
        since: String = "2021-02-01",
        heldSince: String? = nil,
        decree: String? = "800/1"
    ) -> RecordedPerson.Post {
        RecordedPerson.Post(
            unit: unit,
            unitName: "Bidang \(unit)",
            title: title,
            since: day(since),
            heldSince: heldSince.map(day),
            decreeNumber: decree,
            decreeDate: day("2021-01-15")
        )
    }

    private static func person(
        _ sequence: Int = 1,
        _ post: RecordedPerson.Post? = post(),
        name: String = "Budi Sihombing",
        agency: AgencyCode = dinkes,
        _ standing: RecordedPerson.Standing = .serving,
        _ transfers: [RecordedTransfer] = []
    ) -> RecordedPerson {
        RecordedPerson(
            nip: nip(sequence),
            name: name,
            agency: agency,
            standing: standing,
            post: post,
            transfers: transfers
        )
    }

    private static func row(
        _ sequence: Int = 1,
        _ title: String = "Analis",
        _ unit: String = "U1",
        since: String = "2021-02-01",
        line: Int = 2,
        name: String? = nil,
        decree: String? = "800/1",
        isOwn: Bool = true,
        hasLeft: Bool? = nil
    ) -> StatedPost {
        StatedPost(
            line: line,
            nip: nip(sequence),
            name: name,
            unit: unit,
            unitName: "Bidang \(unit)",
            title: title,
            since: day(since),
            decreeNumber: decree,
            decreeDate: day("2021-01-15"),
            hasDecrees: true,
            isOwn: isOwn,
            hasLeft: hasLeft
        )
    }

    private static func move(_ state: TransferState, on iso: String = "2027-03-01") -> RecordedTransfer {
        RecordedTransfer(number: "TRF-2027-000001", state: state, day: day(iso), unit: "L1", title: "Pengelola")
    }

    private func told(
        _ rows: [StatedPost],
        _ people: [RecordedPerson],
        isPartial: Bool = false,
        ofAgency: Bool = false,
        unreadable: Set<NIP> = []
    ) -> [String] {
        PostReconciliation(
            rows,
            with: people,
            units: ofAgency ? Self.units.filter { $0.value == Self.dinkes } : Self.units,
            today: Self.today,
            unreadable: unreadable,
            isPartial: isPartial,
            ofAgency: ofAgency
        )
        .differences.map { "\($0.kind.rawValue) \($0.mend.code.rawValue)" }
    }

    @Test("nothing differs, whatever the spelling, the order of a history and rows of acting posts or of days to come")
    func same() {
        let rows = [
            Self.row(1, "ANALIS "), Self.row(1, "Pengelola", since: "2018-01-01", line: 3),
            Self.row(1, "Kepala Bidang", since: "2026-01-01", line: 4, isOwn: false),
            Self.row(1, "Camat", since: "2027-04-01", line: 5),
        ]
        #expect(told(rows, [Self.person()]) == [])
    }

    @Test("of the same post first day, decree and its date are compared; the time that counts on is not told")
    func days() {
        let other = StatedPost(
            line: 2,
            nip: Self.nip(1),
            unit: "U1",
            title: "Analis",
            since: Self.day("2021-03-01"),
            decreeNumber: "800/2",
            hasDecrees: true
        )
        #expect(
            told([other], [Self.person()]) == [
                "first_day correct_assignment", "decree correct_assignment", "decree_date correct_assignment",
            ]
        )
        let returned = Self.person(1, Self.post(since: "2026-03-01", heldSince: "2021-02-01"))
        #expect(told([Self.row()], [returned]) == [])
    }

    @Test("another post: by its day one side is behind; a unit or an agency is told as such")
    func posts() {
        let newer = "2022-01-01"
        #expect(told([Self.row(1, "Camat", since: newer)], [Self.person()]) == ["post import_posts"])
        #expect(told([Self.row(1, "Camat", since: "2019-01-01")], [Self.person()]) == ["post enter_in_siasn"])
        #expect(told([Self.row(1, "Analis", "U2", since: newer)], [Self.person()]) == ["unit import_posts"])
        #expect(told([Self.row(1, "Analis", "L1", since: newer)], [Self.person()]) == ["agency propose_transfer"])
        #expect(told([Self.row()], [Self.person(1, nil)]) == ["post import_posts"])
        #expect(told([Self.row()], [Self.person(1, nil, .away)]) == [])
        let open = Self.person(1, Self.post(), .serving, [Self.move(.announced)])
        #expect(told([Self.row(1, "Pengelola", "L1", since: newer)], [open]) == ["agency go_on"])
    }

    @Test(
        "a transfer that SIASN lacks, and one that SIASN has",
        arguments: [
            (TransferState.effective, "report report_after_duty", ["report record_duty_and_report"]),
            (.onDuty, "report report_transfer", ["report record_report"]), (.reported, "report report_again", []),
            (.completed, "report report_again", []),
        ]
    )
    func transfers(_ state: TransferState, _ lacking: String, _ known: [String]) {
        let post = Self.post("Pengelola", "L1", since: "2027-03-01")
        let moved = Self.person(1, post, agency: Self.dlh, .serving, [Self.move(state)])
        #expect(told([Self.row()], [moved]) == [lacking])
        #expect(told([Self.row(1, "Pengelola", "L1", since: "2027-03-01")], [moved]) == known)
    }

    @Test("a move that was taken back is reported by the one that took it back")
    func reversed() {
        let back = RecordedTransfer(number: "TRF-2027-000002", state: .onDuty, day: Self.day("2027-03-05"))
        let post = Self.post(since: "2027-03-05", heldSince: "2021-02-01", decree: "821/2")
        let person = Self.person(1, post, .serving, [Self.move(.reversed), back])
        let found = PostReconciliation([Self.row()], with: [person], units: Self.units, today: Self.today)
        #expect(found.differences.map(\.transfer) == ["TRF-2027-000002"])
        #expect(found.differences.map(\.mend.code) == [.reportTransfer])
    }

    @Test("people of one side only, those who left, and rows that are there twice")
    func sides() {
        #expect(told([Self.row(2)], []) == ["person_unknown import_people"])
        #expect(told([Self.row(2, hasLeft: true)], []) == [])
        #expect(told([], [Self.person()]) == ["person_missing add_in_siasn"])
        #expect(told([], [Self.person()], isPartial: true) == [])
        #expect(told([], [Self.person()], unreadable: [Self.nip(1)]) == [])
        let left = Self.person(1, nil, .left(Self.day("2026-01-01")))
        #expect(told([], [left]) == [])
        #expect(told([Self.row()], [left]) == [], "a history goes on listing them")
        #expect(told([Self.row(hasLeft: false)], [left]) == ["departure end_in_siasn"])
        #expect(told([Self.row(hasLeft: true)], [Self.person()]) == ["departure record_departure"])
        #expect(told([Self.row(), Self.row(line: 3)], [Self.person()]) == ["repeated remove_row"])
    }

    @Test("one person under two numbers is found by name, or by the post and its day; two candidates are not paired")
    func numbers() {
        let byName = Self.row(2, "Camat", name: "budi  sihombing")
        #expect(told([byName], [Self.person()]) == ["nip correct_nip"])
        #expect(told([Self.row(2)], [Self.person()]) == ["nip correct_nip"])
        #expect(
            told([Self.row(2, "Camat")], [Self.person()]) == [
                "person_missing add_in_siasn", "person_unknown import_people",
            ]
        )
        let twins = [Self.person(), Self.person(3)]
        #expect(told([Self.row(2)], twins).count == 3)
    }

    @Test("an agency is told of its own people and units only")
    func agency() {
        let rows = [Self.row(2, "Camat", "L1"), Self.row(3, "Analis", "U2", line: 3), Self.row(line: 4)]
        let found = PostReconciliation(
            rows,
            with: [Self.person()],
            units: ["U1": Self.dinkes, "U2": Self.dinkes],
            today: Self.today,
            ofAgency: true
        )
        #expect(found.foreign == 1 && found.people == 1)
        #expect(found.differences.map(\.nip) == [Self.nip(3)] && found.differences[0].mend.code == .askPersonnel)
        let moved = Self.person(1, nil, .moved(Self.day("2027-03-01")))
        #expect(told([Self.row()], [moved], ofAgency: true) == ["agency entry_by_personnel"])
        #expect(told([Self.row(1, "Pengelola", "L1", since: "2027-03-01")], [moved], ofAgency: true) == [])
    }
}
