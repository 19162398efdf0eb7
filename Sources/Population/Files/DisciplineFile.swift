import Personnel

/// SIASN `rw_hukdis`: the punishments of the last six years.
enum DisciplineFile {
    struct Row {
        let servant: Servant
        let punishment: Punishment
        let decree: String
        let signed: CivilDate
        let begun: CivilDate
        /// The last day; may lie in the future. Nil for a warning.
        let ended: CivilDate?
    }

    private static let years = 6
    /// Of permanent employees, so that 1.5 in a hundred of all have one.
    private static let punishedShare = 0.0175
    /// PP 94/2021 has been in force since.
    private static let inForce = CivilDate(year: 2021, month: 8, day: 31)
    /// Days from the decree until it takes effect, in which it may be objected to.
    private static let delay = 15

    static func text(_ workforce: Workforce, seed: UInt64, asOf: CivilDate) -> String {
        var random = RandomStream(seed: seed, "discipline", workforce.profile.code.description)
        let rows = workforce.servants.map { row($0, asOf: asOf, &random) }
        // A head who is to move has a clean record.
        return columns.text(rows.dropFirst(workforce.headCourse == .moves ? 1 : 0).compactMap(\.self))
    }

    private static func row(_ servant: Servant, asOf: CivilDate, _ random: inout RandomStream) -> Row? {
        // Contract employees have rules of their own.
        guard !servant.candidate.isContract,
            random.chance(punishedShare * max(0.2, 1 - 0.5 * servant.ability))
        else { return nil }
        let window = ServiceWindow(servant.career, years: years, asOf: asOf)
        let first = max(window.first, inForce ?? window.first)
        let last = asOf + -delay
        guard first <= last else { return nil }
        let punishment = Punishment.draw(for: servant.appointment, &random)
        let signed = first + random.below(last - first + 1)
        let begun = signed + delay
        return Row(
            servant: servant,
            punishment: punishment,
            decree: DocumentNumber.make(862, signed, &random),
            signed: signed,
            begun: begun,
            ended: punishment.months.map { begun.adding(months: $0) + -1 }
        )
    }

    private static let columns: [FileColumn<Row>] = [
        FileColumn("nip") { $0.servant.nip.text },
        FileColumn("jenisTingkatHukumanId") { $0.punishment.level.rawValue },
        FileColumn("jenisHukuman") { $0.punishment.kind },
        FileColumn("skNomor") { $0.decree },
        FileColumn("skTanggal") { $0.signed.siasn },
        FileColumn("hukumanTanggal") { $0.begun.siasn },
        FileColumn("masaTahun") { row in row.punishment.months.map { String($0 / 12) } },
        FileColumn("masaBulan") { row in row.punishment.months.map { String($0 % 12) } },
        FileColumn("akhirHukumTanggal") { $0.ended?.siasn },
        FileColumn("nomorPp") { _ in "94 Tahun 2021" },
    ]
}
