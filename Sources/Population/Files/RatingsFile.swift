import Personnel

/// SIASN `rw_kinerjaperiodik`: what raters said of each cycle.
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

    static func text(
        _ workforce: Workforce,
        _ cycles: [CycleCode],
        _ habits: RatingHabits,
        seed: UInt64,
        asOf: CivilDate
    ) -> String {
        let performance = Performance(workforce, seed: seed)
        return columns.text(
            cycles.flatMap { rows(workforce, $0, habits, performance, seed: seed, asOf: asOf) }
        )
    }

    private static func rows(
        _ workforce: Workforce,
        _ cycle: CycleCode,
        _ habits: RatingHabits,
        _ performance: Performance,
        seed: UInt64,
        asOf: CivilDate
    ) -> [Row] {
        var random = RandomStream(seed: seed, "ratings", workforce.profile.code.description, cycle.description)
        let (servants, units) = (workforce.servants, workforce.establishment.units)
        let shares = habits.shares(in: cycle, asOf: asOf)
        var serving = servants.indices.filter { servants[$0].career.appointed <= cycle.last }
        random.shuffle(&serving)
        let missing = random.shares(of: serving.count, weights: [shares.missing, 1 - shares.missing])[0]

        // An agency's share of each rating is given: who gets which is decided by comparing.
        let seen = performance.seen(in: cycle)
        let ranked = serving.dropFirst(missing)
            .map { (score: seen[$0] + random.bell(), index: $0) }
            .sorted { ($0.score, $0.index) > ($1.score, $1.index) }
        let ratings = zip(Rating.allCases, random.shares(of: ranked.count, weights: shares.ratings))
            .flatMap { Array(repeating: $0, count: $1) }
        return zip(ranked, ratings)
            .map { ranked, rating in (ranked.index, expectations(for: rating, &random)) }
            .filter { workforce.serves($0.0, on: cycle.last) }
            .sorted { $0.0 < $1.0 }
            .map { index, cell in
                let rater = workforce.rater(of: index, on: cycle.last).map { servants[$0] }
                return Row(
                    cycle: cycle,
                    servant: servants[index],
                    result: cell.result,
                    behaviour: cell.behaviour,
                    rater: rater,
                    unit: units[servants[index].appointment.unit],
                    raterUnit: rater.map { units[$0.appointment.unit] }
                )
            }
    }

    /// One of the matrix's cells that give the rating; both sides as expected is likelier than either above or below.
    private static func expectations(for rating: Rating, _ random: inout RandomStream) -> RatingMatrix.Cell {
        let (cells, weights) = choices[rating.rawValue - 1]
        return cells[random.shares(of: 1, weights: weights).firstIndex(of: 1) ?? 0]
    }

    /// By `Rating.allCases`.
    private static let choices = Rating.allCases.map { rating in
        let cells = RatingMatrix.national.cells.filter { $0.rating == rating }
        let weights = cells.map { cell in
            [cell.result, cell.behaviour].reduce(1.0) { $1 == .asExpected ? $0 * 3 : $0 }
        }
        return (cells, weights)
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
