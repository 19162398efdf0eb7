import Personnel
import Testing

/// The moves of 21 August 2025 in Medan, as the press told them: posts, no people.
@Suite("The round of 21 August 2025 in Medan")
struct MedanBatchTests {
    private struct Row {
        let position: Int
        let from: (post: String, agency: String)?
        let to: (post: String, agency: String)
    }

    private static let rows: [Row] = [
        Row(position: 1, from: ("Sekretaris", "DISKOMINFO"), to: ("Kepala Badan", "BAPENDA")),
        Row(position: 2, from: ("Sekretaris", "KOPUKMPERINDAG"), to: ("Kepala Dinas", "DISHUB")),
        Row(position: 3, from: ("Kepala Bidang Perizinan Tata Ruang", "DPMPTSP"), to: ("Kepala Dinas", "PKPCKTR")),
        Row(position: 4, from: nil, to: ("Kepala Dinas", "DLH")),
        Row(position: 5, from: ("Asisten Administrasi Umum", "SETDA"), to: ("Kepala Badan", "BAPPEDA")),
        Row(
            position: 6,
            from: ("Asisten Ekonomi Pembangunan", "SETDA"),
            to: ("Asisten Administrasi Umum", "SETDA")
        ),
        Row(position: 7, from: nil, to: ("Asisten Ekonomi Pembangunan", "SETDA")),
        Row(position: 8, from: ("Kepala Badan", "BAPPEDA"), to: ("Kepala Badan", "BRIDA")),
        Row(
            position: 9,
            from: ("Kepala Badan", "BRIDA"),
            to: ("Staf Ahli Ekonomi Keuangan dan Pembangunan", "SETDA")
        ),
    ]

    private let batch: TransferBatch
    private var titles: [SeatKey: String] = [:]

    init() throws {
        let day = try #require(CivilDate(year: 2025, month: 8, day: 21))
        var keys: [String: SeatKey] = [:]
        var names: [SeatKey: String] = [:]
        func key(_ seat: (post: String, agency: String)) throws -> SeatKey {
            let name = "\(seat.post), \(seat.agency)"
            if let key = keys[name] { return key }
            let key = SeatKey(agency: try #require(AgencyCode(seat.agency)), post: Int64(keys.count + 1))
            keys[name] = key
            names[key] = name
            return key
        }
        var seats: [SeatKey: SeatState] = [:]
        var moves: [BatchMove] = []
        for row in Self.rows {
            let (from, to) = (try row.from.map(key), try key(row.to))
            let person = Int64(row.position)
            if seats[to] == nil { seats[to] = SeatState() }
            if let from { seats[from] = SeatState(holders: [person]) }
            moves.append(
                BatchMove(caseNumber: "TRF-2025-00000\(row.position)", person: person, from: from, to: to, on: day)
            )
        }
        batch = TransferBatch(moves: moves.reversed(), seats: seats)
        titles = names
    }

    private func positions(_ moves: [BatchMove]) -> [Int64] { moves.map(\.person) }

    @Test("has one chain of five, read from the vacancy backwards, and four single moves")
    func chain() throws {
        #expect(batch.faults.isEmpty)
        #expect(batch.chains.map { positions($0.moves) } == [[1], [2], [3], [4], [9, 8, 5, 6, 7]])
        #expect(batch.chains.map(\.form) == [.single, .single, .single, .single, .chain])
        let chain = try #require(batch.chains.last)
        #expect(
            chain.moves.compactMap { $0.to.flatMap { titles[$0] } } == [
                "Staf Ahli Ekonomi Keuangan dan Pembangunan, SETDA", "Kepala Badan, BRIDA", "Kepala Badan, BAPPEDA",
                "Asisten Administrasi Umum, SETDA", "Asisten Ekonomi Pembangunan, SETDA",
            ]
        )
        // Where the last of them came from was not told, so that no seat is known to be left.
        #expect(chain.vacated == nil && chain.hasSeat)
    }

    @Test("goes to BKN in one lot of five independent parts")
    func lot() {
        let lots = batch.lots()
        #expect(lots.map(\.count) == [9] && lots[0].components.map(\.count) == [5, 1, 1, 1, 1])
    }

    @Test("loses its chain behind the one who is withdrawn")
    func withdrawn() {
        let fall = batch.fall(of: ["TRF-2025-000008"])
        #expect(positions(fall.fallen.map(\.move)) == [5, 6, 7])
        #expect(positions(fall.remaining) == [1, 2, 3, 4, 9])
    }
}
