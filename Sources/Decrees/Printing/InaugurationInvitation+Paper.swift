extension InaugurationInvitation: Paper {
    public static var kind: PaperKind { .invitation }
    public var title: String { "Undangan \(number)" }

    public var values: PaperValues {
        .city(decree) + .dated(number, date, place) + .officer("penanda_tangan", signer)
            + PaperValues([
                "hari_tanggal": .text(day.indonesianWithWeekday), "pukul": .text(time), "tempat_acara": .text(venue),
                "pakaian": .text(dress), "jumlah_pegawai": .text("\(decree.nominees.count)"),
                "pegawai": .list(decree.nominees.enumerated().map { Self.row($0 + 1, $1) }),
            ])
    }

    private static func row(_ number: Int, _ nominee: Nominee) -> PaperValues {
        let person = PaperValues.person(nominee).entries
        return PaperValues(["no": .text("\(number)")]) + .place(nominee.formerPost)
            + PaperValues(person.filter { ["nama", "nip", "pangkat"].contains($0.key) })
    }
}
