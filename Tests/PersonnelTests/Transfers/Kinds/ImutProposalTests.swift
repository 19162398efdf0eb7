import Personnel
import Testing

@Suite("A proposal in I-Mut")
struct ImutProposalTests {
    private func code(
        _ source: TransferSeat,
        _ target: TransferSeat,
        _ cause: DemotionCause? = nil,
        isSelectionExempt: Bool? = nil
    ) -> [Int?] {
        let proposal = ImutProposal(
            from: source,
            to: target,
            employment: .permanent,
            cause: cause,
            isSelectionExempt: isSelectionExempt
        )
        return proposal.code.map { [$0.type, $0.subtype] } ?? []
    }

    @Test("of a rotation has the level's type, and sub-types for the civil registry")
    func rotations() throws {
        #expect(try code(Seats.bapenda(), Seats.bappeda()) == [49, nil])
        #expect(try code(Seats.kominfoSecretary(), Seats.division()) == [50, 501])
        let registry = try Seats.seat("disdukcapil", "Bidang", "Kepala Bidang Pelayanan", .administrator, echelon: 32)
        #expect(try code(Seats.division(), registry) == [50, 502])
        let office = try Seats.seat("disdukcapil", "Subbagian", "Kepala Subbagian", .pengawas, echelon: 41)
        #expect(try code(Seats.section(), office) == [51, 512])
        #expect(try code(office, Seats.section()) == [51, 511])
    }

    @Test("of functional posts knows heads of health centres and schools, and teachers")
    func functional() throws {
        let nurse = try Seats.nurse()
        #expect(try code(nurse, Seats.healthCentre()) == [52, nil])
        let head = try Seats.seat("disdikbud", "SD 2", "Kepala Sekolah", .fungsional, tier: .muda)
        #expect(try code(Seats.teacher(), head) == [53, nil])
        let other = try Seats.seat("disdikbud", "SD 2", "Guru", .fungsional, tier: .muda)
        #expect(try code(Seats.teacher(), other) == [55, nil])
        #expect(code(nurse, try Seats.seat("dinkes", "RSUD", "Perawat", .fungsional, tier: .muda)) == [54, nil])
        #expect(code(nurse, try Seats.seat("dinkes", "RSUD", "Perawat", .fungsional, tier: .madya)) == [44, nil])
    }

    @Test("of executors tells the unit from the post")
    func executors() throws {
        let clerk = try Seats.clerk()
        let unit = clerk.name.unit
        let title = clerk.name.title
        #expect(code(clerk, try Seats.seat("dishub", "Bidang Lalu Lintas", title, .pelaksana)) == [56, 561])
        #expect(code(clerk, try Seats.seat("dishub", unit, "Pengelola Data", .pelaksana)) == [56, 562])
        #expect(code(clerk, try Seats.seat("dinkes", unit, "Pengelola Data", .pelaksana)) == [56, 563])
    }

    @Test("of a promotion to JPT tells the posts with rules of their own, and needs to know of open selection")
    func appointments() throws {
        let secretary = try Seats.kominfoSecretary()
        let bapenda = try Seats.bapenda()
        #expect(code(secretary, bapenda, isSelectionExempt: false) == [42, 4211])
        #expect(code(secretary, bapenda, isSelectionExempt: true) == [42, 4212])
        let open = ImutProposal(from: secretary, to: bapenda, employment: .permanent)
        #expect(open.code == nil && open.gaps == [.selection])
        let titles = [
            ("Sekretaris Daerah", 4213), ("Kepala Satpol PP", 4214), ("Sekretaris DPRD", 4215), ("Inspektur", 4216),
        ]
        for (title, subtype) in titles {
            #expect(code(secretary, try Seats.seat("setda", "unit", title, .jptPratama)) == [42, subtype])
        }
        let district = try Seats.seat("amplas", "Kecamatan", "Camat Medan Amplas", .administrator, echelon: 31)
        #expect(code(try Seats.section(), district) == [42, 4232])
        #expect(code(try Seats.nurse(), district) == [41, 4122])
        #expect(code(try Seats.section(), try Seats.nurse()) == [40, nil])
        #expect(code(try Seats.nurse(), try Seats.section()) == [41, nil])
    }

    @Test("of a demotion needs its cause, and has a type for discipline alone")
    func demotions() throws {
        let (bapenda, division) = (try Seats.bapenda(), try Seats.division())
        #expect(code(bapenda, division, .discipline) == [48, 481])
        #expect(code(division, try Seats.clerk(), .discipline) == [48, 482])
        #expect(ImutProposal(from: bapenda, to: division, employment: .permanent).gaps == [.demotionCause])
        let asked = ImutProposal(from: bapenda, to: division, employment: .permanent, cause: .ownRequest)
        #expect(asked.gaps == [.noType])
    }

    @Test("of a confirmation has the level's type")
    func confirmations() throws {
        let levels: [(PositionLevel, Int)] = [
            (.jptPratama, 58), (.administrator, 59), (.pengawas, 60), (.fungsional, 61), (.pelaksana, 62),
        ]
        for (level, type) in levels {
            let old = try Seats.seat("bapenda", "BPPRD", "Post", level)
            let new = try Seats.seat("bapenda", "Bapenda", "Post", level, former: old.name)
            #expect(code(old, new) == [type, nil])
        }
    }

    @Test("of a contract employee is the change of unit alone; what is not known is said")
    func others() throws {
        let teacher = try Seats.teacher()
        let other = try Seats.seat("disdikbud", "SD 2", "Guru", .fungsional)
        let moved = ImutProposal(from: teacher, to: other, employment: .contract)
        #expect(moved.code == ImutCode(type: 57, subtype: 571))
        #expect(ImutProposal(from: teacher, to: try Seats.section(), employment: .contract).gaps == [.noType])
        #expect(ImutProposal(from: teacher, to: other, employment: nil).gaps == [.employment, .tier])
        #expect(ImutProposal(from: nil, to: other, employment: .permanent).gaps == [.source])
        #expect(ImutProposal(from: teacher, to: other, employment: .probationary).gaps == [.tier])
    }

    @Test("has the title of the form for every type that is derived")
    func titles() {
        for type in [40, 41, 42, 44] + Array(48...62) { #expect(ImutCode(type: type).title != nil, "\(type)") }
        #expect(ImutCode(type: 99).title == nil)
    }
}
