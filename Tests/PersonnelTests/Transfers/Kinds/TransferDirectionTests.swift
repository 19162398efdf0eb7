import Personnel
import Testing

@Suite("The direction of a transfer")
struct TransferDirectionTests {
    @Test("is told by levels: the moves of 21 August 2025")
    func levels() throws {
        let (bapenda, bappeda) = (try Seats.bapenda(), try Seats.bappeda())
        #expect(TransferDirection(from: try Seats.kominfoSecretary(), to: bapenda) == .promotion)
        #expect(TransferDirection(from: bapenda, to: bappeda) == .rotation)
        #expect(TransferDirection(from: bapenda, to: try Seats.division()) == .demotion)
        #expect(TransferDirection(from: try Seats.section(), to: try Seats.clerk()) == .demotion)
        #expect(TransferDirection(from: try Seats.clerk(), to: try Seats.section()) == .promotion)
    }

    @Test("is a change of family where the standing stays and the kind of post does not")
    func family() throws {
        let nurse = try Seats.nurse()
        #expect(TransferDirection(from: try Seats.section(), to: nurse) == .familyChange)
        #expect(TransferDirection(from: nurse, to: try Seats.section()) == .familyChange)
        #expect(TransferDirection(from: try Seats.division(), to: nurse) == .demotion)
        #expect(TransferDirection(from: try Seats.clerk(), to: nurse) == .promotion)
        #expect(TransferDirection(from: try Seats.teacher(), to: nurse) == .rotation)
    }

    @Test("of functional posts goes by the tier, and is not known without it")
    func tiers() throws {
        func nurse(_ tier: FunctionalTier?) throws -> TransferSeat {
            try Seats.seat("dinkes", "RSUD", "Perawat", .fungsional, tier: tier)
        }
        #expect(TransferDirection(from: try nurse(.terampil), to: try nurse(.mahir)) == .promotion)
        #expect(TransferDirection(from: try nurse(.madya), to: try nurse(.muda)) == .demotion)
        #expect(TransferDirection(from: try nurse(.muda), to: try nurse(.muda)) == .rotation)
        #expect(TransferDirection(from: try nurse(nil), to: try nurse(.muda)) == nil)
        #expect(TransferDirection(from: try Seats.section(), to: try nurse(nil)) == nil)
    }

    @Test("is a confirmation where the same seat has a new name, and only then")
    func confirmation() throws {
        let old = try Seats.seat("bapenda", "BPPRD", "Kepala BPPRD", .jptPratama, echelon: 22)
        let new = try Seats.seat("bapenda", "Bapenda", "Kepala Bapenda", .jptPratama, echelon: 22, former: old.name)
        #expect(TransferDirection(from: old, to: new) == .confirmation)
        #expect(TransferDirection(from: try Seats.bappeda(), to: new) == .rotation)
        let lower = try Seats.seat("bapenda", "Bapenda", "Kepala Bapenda", .administrator, former: old.name)
        #expect(TransferDirection(from: old, to: lower) == .demotion)
        let nurse = try Seats.nurse()
        let raised = try Seats.seat("dinkes", "RSUD", "Perawat", .fungsional, tier: .madya, former: nurse.name)
        #expect(TransferDirection(from: nurse, to: raised) == .promotion)
    }

    @Test("is turned round with the seats, and stays level with one's own")
    func turned() throws {
        let seats = [
            try Seats.bapenda(), try Seats.kominfoSecretary(), try Seats.division(), try Seats.section(),
            try Seats.clerk(), try Seats.teacher(), try Seats.nurse(),
        ]
        for from in seats {
            #expect(TransferDirection(from: from, to: from) == .rotation)
            for to in seats {
                let there = try #require(TransferDirection(from: from, to: to))
                let back = try #require(TransferDirection(from: to, to: from))
                switch there {
                case .promotion: #expect(back == .demotion)
                case .demotion: #expect(back == .promotion)
                default: #expect(back == there)
                }
            }
        }
    }

    @Test("has codes that are read back")
    func codes() {
        for direction in TransferDirection.allCases {
            #expect(TransferDirection(code: direction.code) == direction)
        }
        #expect(TransferDirection(code: "rotasi") == nil)
        #expect(Set(TransferDirection.allCases.map(\.title)).count == 5)
        #expect(DemotionCause.allCases.map(\.code) == ["discipline", "performance", "reorganisation", "own_request"])
        #expect(DemotionCause.allCases.allSatisfy { DemotionCause(code: $0.code) == $0 && !$0.source.isEmpty })
        #expect(TransferBasis.allCases.allSatisfy { TransferBasis(code: $0.code) == $0 })
        #expect(SpecialPost.allCases.allSatisfy { SpecialPost(code: $0.code) == $0 })
        #expect(PostKind.allCases.map(\.siasn) == [1, 2, 4])
    }
}
