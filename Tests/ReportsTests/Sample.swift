import Personnel
import Reports
import Texts

/// Pictures of a made-up place with a given number of people.
struct Sample: Sendable {
    let people: Int
    let scope: String

    static let hostile = "Dinas <b>&\"'\u{1}\u{1B}[31m\u{202E}"
    static let long = String(repeating: "Dinas Pengendalian Penduduk dan Keluarga Berencana ", count: 4) + "Z"
    static let all = [
        Sample(people: 15_003, scope: "Kota Medan"), Sample(people: 0, scope: hostile),
        Sample(people: 1, scope: "Dinas Kesehatan"), Sample(people: 7, scope: long),
        Sample(people: 1_234_567_890, scope: String(repeating: "X", count: 300)),
    ]

    var frame: PictureFrame { PictureFrame(scope: scope, asOf: .on(2026, 11, 27)) }

    /// The people dealt out by weights, the rest to the last.
    func dealt(_ weights: [Int]) -> [Int] {
        let sum = weights.reduce(0, +)
        var counts = weights.map { people / sum * $0 + people % sum * $0 / sum }
        counts[counts.count - 1] += people - counts.reduce(0, +)
        return counts
    }

    var nineBox: NineBoxPicture {
        NineBoxPicture(
            frame: frame,
            nineBox: NineBox(counts: dealt([1, 2, 3, 4, 45, 6, 7, 8, 24]), unplaced: people / 30, boxes: .national)
        )
    }

    var ratings: RatingDistributionPicture {
        RatingDistributionPicture(
            frame: frame,
            ratings: dealt([14, 80, 3, 2, 1]),
            pattern: [.init(maximum: 70), .init(minimum: 50, maximum: 70), .init(minimum: 1), .free, .free],
            organisationRating: "Baik",
            findings: [
                .init(Wording(indonesian: "Terlalu banyak <Baik>.", english: "Too many <Baik>."), isAdvisory: true),
                .init(Wording("x"), isAdvisory: false),
            ]
        )
    }

    var coverage: CoveragePicture {
        let cycles = (0..<min(people, 11))
            .map { index in
                CoveragePicture.Cycle(
                    code: "202\(index / 4)-Q\(index % 4 + 1)",
                    people: people,
                    rated: people / 20 * (9 + index),
                    placed: people / 20 * index,
                    ratings: index % 2 == 0 ? dealt([14, 80, 3, 2, 1]) : nil
                )
            }
        return CoveragePicture(frame: frame, cycles: cycles)
    }

    var ages: AgePyramidPicture {
        let bands = zip(dealt([1, 4, 9, 11, 13]), dealt([13, 2, 4, 8, 2])).enumerated()
            .map { index, counts in
                AgePyramidPicture.Band(
                    firstAge: index == 0 ? nil : 20 + 10 * index,
                    lastAge: index == 4 ? nil : 29 + 10 * index,
                    men: counts.0,
                    women: counts.1
                )
            }
        let years = (2027...2036).map { AgePyramidPicture.Retirement(year: $0, people: people / 40 * ($0 % 5)) }
        return AgePyramidPicture(frame: frame, bands: bands, retirements: years)
    }

    var tenure: TenurePicture {
        TenurePicture(frame: frame, years: dealt([11, 18, 22, 13, 12, 8, 5, 3]), unknown: people / 100)
    }

    var pictures: [any Picture] { [nineBox, ratings, coverage, ages, tenure] }

    static var everyPicture: [any Picture] { all.flatMap(\.pictures) }
}
