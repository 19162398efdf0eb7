/// A disciplinary punishment of PP 94/2021 art. 8 that leaves its bearer in service.
struct Punishment {
    /// Raw values are SIASN's `jenisTingkatHukumanId`: ringan, sedang, berat.
    enum Level: String {
        case light = "R"
        case medium = "S"
        case heavy = "B"
    }

    let level: Level
    let kind: String
    /// Nil for a warning, which is over once it is given.
    let months: Int?

    /// The heavier the rarer. Nobody can be lowered from an executor's post: who is released to one holds it.
    static func draw(for appointment: Appointment, _ random: inout RandomStream) -> Punishment {
        switch random.fraction() {
        case ..<0.55:
            let kinds = ["Teguran lisan", "Teguran tertulis", "Pernyataan tidak puas secara tertulis"]
            return Punishment(level: .light, kind: random.pick(kinds), months: nil)
        case ..<0.85:
            let months = random.pick([6, 9, 12])
            return Punishment(
                level: .medium,
                kind: "Pemotongan tunjangan kinerja sebesar 25% selama \(months) bulan",
                months: months
            )
        default:
            let isExecutor = if case .executor = appointment.kind { true } else { false }
            return Punishment(
                level: .heavy,
                kind: isExecutor
                    ? "Pembebasan dari jabatannya menjadi jabatan pelaksana selama 12 bulan"
                    : "Penurunan jabatan setingkat lebih rendah selama 12 bulan",
                months: 12
            )
        }
    }
}
