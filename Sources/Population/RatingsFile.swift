import Personnel

/// SIASN `rw_kinerjaperiodik`: what raters said of the cycle.
enum RatingsFile {
    struct Row {
        let cycle: CycleCode
        let servant: Servant
        let result: Expectation
        let behaviour: Expectation
        let rater: Servant?
        let unit: OrgUnit
        let raterUnit: OrgUnit?

        var rating: Rating { RatingMatrix.national.rating(result: result, behaviour: behaviour) }
    }

    static func text(_ workforce: Workforce, _ cycle: CycleCode, seed: UInt64, shareOfCity: Double) -> String {
        let code = workforce.profile.code.description
        let climate = RatingClimate(workforce.profile, seed: seed, shareOfCity: shareOfCity)
        var random = RandomStream(seed: seed, "ratings", code, cycle.description)
        let (servants, units) = (workforce.servants, workforce.establishment.units)
        var serving = servants.indices.filter { servants[$0].career.appointed <= cycle.last }
        random.shuffle(&serving)
        let missing = random.shares(of: serving.count, weights: [climate.missing, 1 - climate.missing])[0]

        // The able are rated higher, mostly.
        let ranked = serving.dropFirst(missing)
            .map { (score: servants[$0].ability + 1.5 * random.bell(), index: $0) }
            .sorted { ($0.score, $0.index) > ($1.score, $1.index) }
        let ratings = zip(Rating.allCases, random.shares(of: ranked.count, weights: climate.shares))
            .flatMap { Array(repeating: $0, count: $1) }
        let rows = zip(ranked, ratings)
            .map { ranked, rating in
                let (result, behaviour) = expectations(for: rating, &random)
                let rater = workforce.rater(of: ranked.index)
                return (
                    ranked.index,
                    Row(
                        cycle: cycle,
                        servant: servants[ranked.index],
                        result: result,
                        behaviour: behaviour,
                        rater: rater,
                        unit: units[servants[ranked.index].appointment.unit],
                        raterUnit: rater.map { units[$0.appointment.unit] }
                    )
                )
            }
            .sorted { $0.0 < $1.0 }
            .map(\.1)
        return columns.text(rows)
    }

    /// One of the matrix's cells that give the rating; both sides as expected is likelier than either above or below.
    private static func expectations(
        for rating: Rating,
        _ random: inout RandomStream
    ) -> (Expectation, Expectation) {
        let cells = RatingMatrix.national.cells.filter { $0.rating == rating }
        let weights = cells.map { cell in
            [cell.result, cell.behaviour].reduce(1.0) { $1 == .asExpected ? $0 * 3 : $0 }
        }
        let drawn = random.shares(of: 1, weights: weights).firstIndex(of: 1) ?? 0
        return (cells[drawn].result, cells[drawn].behaviour)
    }

    private static let columns: [FileColumn<Row>] = [
        FileColumn("tahun") { String($0.cycle.year) },
        FileColumn("periodikId") { $0.cycle.kind == .year ? nil : "2" },
        FileColumn("periodikNama") { row in
            switch row.cycle.kind {
            case .quarter(let number): "Triwulan \(["I", "II", "III", "IV"][number - 1])"
            case .year: "Tahunan"
            }
        },
        FileColumn("nip") { $0.servant.nip.text },
        FileColumn("hasilKinerja") { $0.result.title },
        FileColumn("hasilKinerjaNilai") { String($0.result.rawValue) },
        FileColumn("perilakuKerja") { $0.behaviour.title },
        FileColumn("perilakuKerjaNilai") { String($0.behaviour.rawValue) },
        FileColumn("kuadranKinerja") { $0.rating.title },
        FileColumn("kuadranKinerjaNilai") { String($0.rating.rawValue) },
        FileColumn("namaPenilai") { $0.rater?.name },
        FileColumn("penilaiNipNrp") { $0.rater?.nip.text },
        FileColumn("penilaiGolonganId") { $0.rater?.candidate.rank.map { String($0.id) } },
        FileColumn("penilaiJabatanNama") { $0.rater?.appointment.title },
        FileColumn("penilaiUnorNm") { $0.raterUnit?.name },
        FileColumn("statusPenilai") { $0.rater == nil ? nil : "ASN" },
        .blank("koefisenId"),
        .blank("persentase"),
        FileColumn("unorId") { $0.unit.id },
    ]
}
