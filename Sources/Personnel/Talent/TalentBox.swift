/// One of the nine boxes of the talent map (PermenPANRB 3/2020 as amended by 20/2025).
///
/// The numbers are a fixed table and no formula of the two levels: box 3 stands below box 4 although its potential is
/// higher. Performance is the vertical axis and potential the horizontal one, as in SIMATA.
public struct TalentBox: Sendable, Hashable {
    /// 1...9.
    public let number: Int
    public let performance: TalentLevel
    public let potential: TalentLevel

    public init(performance: TalentLevel, potential: TalentLevel) {
        number = Self.numbers[performance.rawValue - 1][potential.rawValue - 1]
        self.performance = performance
        self.potential = potential
    }

    public init?(number: Int) {
        guard let box = Self.all.first(where: { $0.number == number }) else { return nil }
        self = box
    }

    /// Whether its people form the agency's succession group (kelompok rencana suksesi): boxes 7, 8 and 9.
    public var isTalentPool: Bool { BoxTable.talentPool.contains(number) }

    /// What is recommended for its people (PermenPANRB 3/2020), in few words.
    public var treatment: Treatment { Self.treatments[number - 1] }

    /// The nine, box 1 first.
    public static let all: [TalentBox] = grid.joined().sorted()

    /// Rows for drawing: performance from high to low downwards, potential from low to high rightwards.
    public static let grid: [[TalentBox]] = TalentLevel.allCases.reversed()
        .map { performance in
            TalentLevel.allCases.map { potential in TalentBox(performance: performance, potential: potential) }
        }

    // By performance, then by potential, each from low to high.
    private static let numbers = [[1, 3, 6], [2, 5, 8], [4, 7, 9]]
}

extension TalentBox: Comparable {
    public static func < (left: TalentBox, right: TalentBox) -> Bool { left.number < right.number }
}

extension TalentBox: CustomStringConvertible {
    public var description: String { String(number) }
}

extension TalentBox {
    public struct Treatment: Sendable, Hashable {
        public let indonesian: String
        public let english: String
    }

    private static let treatments = [
        Treatment(
            indonesian: "diproses sesuai ketentuan",
            english: "handled under the rules"
        ),
        Treatment(
            indonesian: "bimbingan kinerja; pengembangan kompetensi; penempatan yang sesuai",
            english: "guidance; competency development; fit placement"
        ),
        Treatment(
            indonesian: "bimbingan kinerja; konseling kinerja; pengembangan kompetensi; penempatan yang sesuai",
            english: "guidance; counselling; competency development; fit placement"
        ),
        Treatment(
            indonesian: "rotasi; pengembangan kompetensi",
            english: "rotation; competency development"
        ),
        Treatment(
            indonesian: "penempatan yang sesuai; bimbingan kinerja; pengembangan kompetensi",
            english: "fit placement; performance guidance; competency development"
        ),
        Treatment(
            indonesian: "penempatan yang sesuai; bimbingan kinerja; konseling kinerja",
            english: "fit placement; performance guidance; counselling"
        ),
        Treatment(
            indonesian: "dipertahankan; kelompok rencana suksesi instansi; rotasi atau pengayaan jabatan; "
                + "pengembangan kompetensi; tugas belajar",
            english: "keep; agency succession group; rotation or enriched job; competency development; study assignment"
        ),
        Treatment(
            indonesian: "dipertahankan; kelompok rencana suksesi instansi; rotasi atau perluasan jabatan; "
                + "bimbingan kinerja",
            english: "keep; agency succession group; rotation or wider job; performance guidance"
        ),
        Treatment(
            indonesian: "dipromosikan dan dipertahankan; kelompok rencana suksesi instansi dan nasional; penghargaan",
            english: "promote and keep; agency and national succession group; reward"
        ),
    ]
}
