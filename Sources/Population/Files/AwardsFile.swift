import Personnel

/// SIASN `rw_penghargaan`: the awards of the last six years.
enum AwardsFile {
    struct Row {
        let servant: Servant
        let title: String
        let level: AwardLevel
        let signed: CivilDate
        let decree: String
    }

    private static let years = 6

    static func text(_ workforce: Workforce, seed: UInt64, asOf: CivilDate) -> String {
        var random = RandomStream(seed: seed, "awards", workforce.profile.code.description)
        let rows = workforce.servants.flatMap { servant in
            let window = ServiceWindow(servant.career, years: years, asOf: asOf)
            return (longService(servant, window, &random) + merits(servant, window, &random))
                .sorted { ($0.signed, $0.title) < ($1.signed, $1.title) }
        }
        return columns.text(rows)
    }

    /// The state's decoration for 10, 20 and 30 years of service, in the year after they are complete: for permanent
    /// employees, and among them for those whom somebody proposes.
    private static func longService(
        _ servant: Servant,
        _ window: ServiceWindow,
        _ random: inout RandomStream
    ) -> [Row] {
        guard !servant.candidate.isContract else { return [] }
        return [(10, "X"), (20, "XX"), (30, "XXX")]
            .compactMap { years, numeral in
                let signed = servant.career.appointed.adding(months: 12 * years) + random.below(365)
                let isProposed = random.chance(0.12 * max(0, 1 + 0.4 * servant.ability))
                guard isProposed, window.first <= signed, signed <= window.last else { return nil }
                return row(servant, "Satyalancana Karya Satya \(numeral) Tahun", .national, signed, &random)
            }
    }

    /// At most one of each level, of the agency's up to two.
    private static func merits(_ servant: Servant, _ window: ServiceWindow, _ random: inout RandomStream) -> [Row] {
        let merit = servant.ability + random.bell()
        return AwardLevel.allCases.flatMap { level in
            let chance = level.share * window.part * max(0, 1 + level.reward * merit)
            guard random.chance(chance) else { return [Row]() }
            var titles = level.titles
            random.shuffle(&titles)
            let count = level == .agency && random.chance(chance / 3) ? 2 : 1
            return titles.prefix(count).map { row(servant, $0, level, window.day(&random), &random) }
        }
    }

    private static func row(
        _ servant: Servant,
        _ title: String,
        _ level: AwardLevel,
        _ signed: CivilDate,
        _ random: inout RandomStream
    ) -> Row {
        let decree = DocumentNumber.make(861, signed, &random)
        return Row(servant: servant, title: title, level: level, signed: signed, decree: decree)
    }

    private static let columns: [FileColumn<Row>] = [
        FileColumn("nip") { $0.servant.nip.text },
        FileColumn("hargaNama") { $0.title },
        FileColumn("tingkat") { $0.level.rawValue },
        FileColumn("skNomor") { $0.decree },
        FileColumn("skTanggal") { $0.signed.siasn },
        FileColumn("tahun") { String($0.signed.year) },
    ]
}
