import Personnel
import Testing

@Suite("The kind of a transfer")
struct TransferKindTests {
    @Test("has a route inside the city")
    func route() throws {
        let section = try Seats.section()
        #expect(TransferKind(from: section, to: try Seats.clerk()).route == .withinUnit)
        #expect(TransferKind(from: section, to: try Seats.division()).route == .withinAgency)
        #expect(TransferKind(from: section, to: try Seats.nurse()).route == .betweenAgencies)
        #expect(TransferRoute.allCases.allSatisfy { TransferRoute(code: $0.code) == $0 })
    }

    @Test("says that the echelon falls inside a level, which is not a demotion")
    func echelon() throws {
        let down = TransferKind(from: try Seats.kominfoSecretary(), to: try Seats.division())
        #expect(down.lowersEchelon && down.direction == .rotation && down.classStep == -1)
        let up = TransferKind(from: try Seats.division(), to: try Seats.kominfoSecretary())
        #expect(!up.lowersEchelon && up.classStep == 1)
        // Another level is a matter of the direction.
        #expect(!TransferKind(from: try Seats.bapenda(), to: try Seats.division()).lowersEchelon)
    }

    @Test("says whether the family changes, where both are known")
    func family() throws {
        #expect(TransferKind(from: try Seats.teacher(), to: try Seats.nurse()).changesFamily == true)
        #expect(TransferKind(from: try Seats.nurse(), to: try Seats.healthCentre()).changesFamily == false)
        #expect(TransferKind(from: try Seats.section(), to: try Seats.nurse()).changesFamily == nil)
    }

    @Test(
        "knows posts with a word of their own from their titles",
        arguments: [
            ("setda", "Sekretaris Daerah", PositionLevel.jptPratama, SpecialPost.regionalSecretary),
            ("setwan", "Sekretaris DPRD", .jptPratama, .councilSecretary),
            ("insp", "Inspektur Kota Medan", .jptPratama, .inspector),
            ("insp", "INSPEKTUR PEMBANTU Wilayah I", .administrator, .assistantInspector),
            ("satpolpp", "Kepala Satuan Polisi Pamong Praja", .jptPratama, .publicOrderHead),
            ("disdukcapil", "Kepala Bidang Pelayanan", .administrator, .civilRegistry),
            ("amplas", "Camat Medan Amplas", .administrator, .districtHead),
            ("dinkes", "Kepala UPT Puskesmas Amplas", .fungsional, .healthCentreHead),
            ("disdikbud", "Kepala Sekolah", .fungsional, .schoolHead),
        ]
    )
    func special(agency: String, title: String, level: PositionLevel, post: SpecialPost) throws {
        #expect(try Seats.seat(agency, "unit", title, level).special == post)
    }

    @Test("does not take other posts for them")
    func ordinary() throws {
        for (title, level) in [
            ("Sekretaris Dinas", PositionLevel.administrator), ("Inspektur Tambang", .fungsional),
            ("Kepala Puskesmasan", .fungsional), ("Camatan", .pelaksana),
        ] {
            #expect(try Seats.seat("dinkes", "unit", title, level).special == nil, "\(title)")
        }
        #expect(try Seats.seat("disdukcapil", "unit", "Operator", .pelaksana).special == nil)
        #expect(try Seats.teacher().isTeaching && !Seats.nurse().isTeaching)
        #expect(try !Seats.seat("disdikbud", "unit", "Guruh", .fungsional).isTeaching)
    }
}
