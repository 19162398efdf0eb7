extension StartOfDuty: Paper {
    public static var kind: PaperKind { .startOfDuty }
    public var title: String { "Surat Pernyataan Melaksanakan Tugas \(number)" }

    public var values: PaperValues {
        .city(decree) + .decided(decree) + .dated(number, date, place) + .person(nominee)
            + .officer("penanda_tangan", signer)
            + PaperValues(["tmt": .text(decree.firstDay.indonesian), "tanggal_mulai": .text(startDay.indonesian)])
    }
}

extension HandOver: Paper {
    public static var kind: PaperKind { .handOver }
    public var title: String { "Berita Acara Serah Terima Jabatan \(number)" }

    public var values: PaperValues {
        let taker = Officer(
            name: incoming.name,
            title: incoming.post.title,
            nip: incoming.nip,
            grade: incoming.grade
        )
        return .city(decree) + .decided(decree) + .dated(number, day, place) + .place(incoming.post)
            + .officer("pihak_pertama", outgoing) + .officer("pihak_kedua", taker) + .officer("saksi", witness)
            + PaperValues(["hari_tanggal": .text(day.spelledOut), "barang": PaperValues.numbered(items)])
    }
}
