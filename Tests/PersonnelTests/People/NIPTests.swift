import Personnel
import TestSupport
import Testing

@Suite("A NIP")
struct NIPTests {
    @Test("tells birth, appointment, sex and sequence of a PNS")
    func permanent() throws {
        let nip = try NIP("198503072010012007")
        #expect(nip.birthDate == CivilDate(year: 1985, month: 3, day: 7))
        #expect(nip.kind == .permanent(year: 2010, month: 1))
        #expect(nip.sex == .female)
        #expect(nip.sequence == 7)
        #expect(nip.text == "198503072010012007")
    }

    @Test("tells a PPPK by the 21 in the month's place")
    func contract() throws {
        let nip = try NIP("199002282023211123")
        #expect(nip.birthDate == CivilDate(year: 1990, month: 2, day: 28))
        #expect(nip.kind == .contract(year: 2023))
        #expect(nip.sex == .male)
        #expect(nip.sequence == 123)
    }

    @Test("tells the agreement of a PPPK, 1 to 9, and none of a PNS", arguments: 1...9)
    func agreements(_ agreement: Int) throws {
        let nip = try NIP("1993050520252\(agreement)1007")
        #expect(nip.agreement == agreement && nip.kind == .contract(year: 2025))
        let made = NIP.make(
            birthDate: nip.birthDate,
            contractYear: 2025,
            agreement: agreement,
            sex: .male,
            sequence: 7
        )
        #expect(made == nip)
        #expect(try NIP("198503072010012007").agreement == nil)
    }

    @Test(
        "that a spreadsheet wrote as a number is told as such",
        arguments: [
            "1.98E+17", "1,98E+17", "1.99202E+17", "1.99202092015031E+17", "1,99202092015031e+17", "2E+17",
            "1.992020920150E+17", "199202092015031000.0", "199202092015031000,00",
        ]
    )
    func rounded(text: String) {
        #expect(throws: NIP.Invalid.rounded) { try NIP(text) }
    }

    @Test(
        "that is no number of a spreadsheet is only not 18 digits",
        arguments: ["E+17", "1.9.8E+17", "1E+3", "1.5", "x"]
    )
    func notRounded(text: String) {
        #expect(throws: NIP.Invalid.shape) { try NIP(text) }
    }

    @Test("goes round through its parts and its text")
    func roundTrip() throws {
        var random = SeededGenerator(state: 18)
        for _ in 0..<5_000 {
            let parts = Parts(using: &random)
            let nip = try #require(parts.nip)
            #expect(nip.birthDate == parts.birthDate)
            #expect(nip.kind == parts.kind)
            #expect(nip.sex == parts.sex)
            #expect(nip.sequence == parts.sequence)
            let read = try NIP(nip.text)
            #expect(read == nip)
            #expect(read.hashValue == nip.hashValue)
            #expect(nip.text.utf8.count == 18)
        }
    }

    @Test("is refused for each kind of damage, by its name")
    func damage() throws {
        var random = SeededGenerator(state: 22)
        for _ in 0..<1_000 {
            let text = try #require(Parts(using: &random).nip).text
            for (error, from, damage) in [
                (.shape, 0, "x"), (.shape, 17, "-"), (.shape, 9, " "), (.shape, 4, "é"), (.shape, 3, "٣"),
                (.birthDate, 0, "0000"), (.birthDate, 4, "00"), (.birthDate, 4, "13"), (.birthDate, 4, "0231"),
                (.birthDate, 4, "0431"), (.birthDate, 6, "00"), (.birthDate, 6, "32"), (.birthDate, 0, "20230229"),
                (.appointmentMonth, 12, "00"), (.appointmentMonth, 12, "13"), (.appointmentMonth, 12, "20"),
                (.appointmentMonth, 12, "30"), (.appointmentMonth, 12, "99"),
                (.sex, 14, "0"), (.sex, 14, "3"), (.sex, 14, "9"),
                (.sequence, 15, "000"),
            ] as [(NIP.Invalid, Int, String)] {
                var characters = Array(text)
                characters.replaceSubrange(from..<(from + damage.count), with: damage)
                #expect(throws: error) { try NIP(String(characters)) }
            }
            #expect(throws: NIP.Invalid.shape) { try NIP(text.dropLast()) }
            #expect(throws: NIP.Invalid.shape) { try NIP(text + "1") }
            #expect(throws: NIP.Invalid.shape) { try NIP("'" + text) }
            #expect(throws: NIP.Invalid.shape) { try NIP("") }
        }
    }

    @Test("names the first part that cannot be, from left to right")
    func firstDamage() {
        #expect(throws: NIP.Invalid.birthDate) { try NIP("198502312010130000") }
        #expect(throws: NIP.Invalid.appointmentMonth) { try NIP("198502282010130000") }
        #expect(throws: NIP.Invalid.sex) { try NIP("198502282010120000") }
        #expect(throws: NIP.Invalid.sequence) { try NIP("198502282010121000") }
    }

    @Test("does not add 40 to a woman's day of birth, as the NIK does")
    func noWomensDay() {
        #expect(throws: NIP.Invalid.birthDate) { try NIP("198503472010012007") }
    }

    @Test("is not made of parts out of their range")
    func ranges() throws {
        let birth = try #require(CivilDate(iso: "1990-05-17"))
        func make(_ year: Int = 2015, _ month: Int = 3, _ sequence: Int = 1) -> NIP? {
            NIP.make(birthDate: birth, appointedYear: year, appointedMonth: month, sex: .male, sequence: sequence)
        }
        #expect(make()?.text == "199005172015031001")
        #expect(make(2015, 12, 999)?.text == "199005172015121999")
        for nip in [
            make(0), make(10_000), make(2015, 0), make(2015, 13), make(2015, 21), make(2015, 3, 0),
            make(2015, 3, 1_000),
        ] {
            #expect(nip == nil)
        }
        #expect(
            NIP.make(birthDate: birth, contractYear: 2023, sex: .female, sequence: 42)?.text == "199005172023212042"
        )
        #expect(NIP.make(birthDate: birth, contractYear: 2023, sex: .female, sequence: 0) == nil)
        let beyond = birth.adding(months: 12 * 9_000)
        #expect(NIP.make(birthDate: beyond, contractYear: 2023, sex: .female, sequence: 1) == nil)
        let ancient = try #require(CivilDate(iso: "0007-05-17"))
        #expect(NIP.make(birthDate: ancient, contractYear: 25, sex: .male, sequence: 1)?.text == "000705170025211001")
    }

    @Test("shows its last four digits at most, however it is printed")
    func masked() throws {
        let nip = try NIP("198503072010012007")
        let masked = "••••••••••••••2007"
        #expect(nip.masked == masked)
        var dumped = ""
        dump(nip, to: &dumped)
        dump([nip], to: &dumped)
        for text in ["\(nip)", String(reflecting: nip), "\([nip])", "\(Optional(nip) as Any)", dumped] {
            #expect(text.contains(masked))
            #expect(!text.contains("1985"))
        }
    }

    @Test("is invalid while its holder is not yet born")
    func future() throws {
        let nip = try NIP("198503072010012007")
        let birth = nip.birthDate
        #expect(nip.validate(asOf: birth) == nil)
        #expect(nip.validate(asOf: birth + 1) == nil)
        #expect(nip.validate(asOf: birth + -1) == .birthDate)
    }

    @Test(
        "warns, and only warns, of an appointment before 18 or after 46",
        arguments: [
            ("199005172008051001", false), ("199005172008041001", true), ("199005312008051001", false),
            ("199005172037041001", false), ("199005172037051001", false), ("199005172037061001", true),
            ("199005171985011001", true), ("199005170000011001", true),
            ("199005172008211001", false), ("199005172007211001", true), ("199005172037211001", false),
            ("199005172038211001", true),
        ]
    )
    func warnings(text: String, warns: Bool) throws {
        #expect(try NIP(text).warnings() == (warns ? [.appointmentAge] : []))
    }

    @Test("warns of an agreement that is not the first", arguments: 1...9)
    func laterAgreement(_ agreement: Int) throws {
        #expect(try NIP("1993050520252\(agreement)1007").warnings() == (agreement == 1 ? [] : [.agreement]))
    }

    @Test("has a code for all that can be wrong with it")
    func texts() {
        #expect(
            NIP.Invalid.allCases.map(\.code) == [
                "nip_shape", "nip_rounded", "nip_birth_date", "nip_appointment_month", "nip_sex", "nip_sequence",
            ]
        )
        #expect(NIP.Warning.allCases.map(\.code) == ["nip_appointment_age", "nip_agreement"])
    }
}

/// The parts of a random valid NIP.
private struct Parts {
    let birthDate: CivilDate
    let kind: NIP.Kind
    let sex: Sex
    let sequence: Int

    init(using random: inout SeededGenerator) {
        // 1940 to 2008.
        birthDate = CivilDate(daysSince2000: Int32.random(in: -21_915...3_287, using: &random))
        let year = birthDate.year + Int.random(in: 18...46, using: &random)
        kind =
            Bool.random(using: &random)
            ? .contract(year: year)
            : .permanent(year: year, month: Int.random(in: 1...12, using: &random))
        sex = Bool.random(using: &random) ? .male : .female
        sequence = Int.random(in: 1...999, using: &random)
    }

    var nip: NIP? {
        switch kind {
        case .permanent(let year, let month):
            NIP.make(birthDate: birthDate, appointedYear: year, appointedMonth: month, sex: sex, sequence: sequence)
        case .contract(let year):
            NIP.make(birthDate: birthDate, contractYear: year, sex: sex, sequence: sequence)
        }
    }
}
