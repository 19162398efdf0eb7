extension Decree: Paper {
    public static var kind: PaperKind { .decree }
    public var title: String { "Keputusan \(number)" }

    public var values: PaperValues {
        body
            + PaperValues([
                "jumlah_pegawai": .text("\(nominees.count)"),
                "pegawai": .list(
                    nominees.enumerated().map { PaperValues(["no": .text("\($0 + 1)")]) + .person($1) }
                ),
            ])
    }

    /// All but the list.
    var body: PaperValues {
        var entries: [String: PaperValues.Value] = [
            "tentang": .text(subject), "menimbang": PaperValues.numbered(considerations, \.listLetter),
            "mengingat": PaperValues.numbered(legalBases), "diktum": PaperValues.numbered(dictum, \.dictumOrdinal),
            "tmt": .text(firstDay.indonesian), "tembusan": PaperValues.numbered(copies),
            "ada_tembusan": .flag(!copies.isEmpty),
        ]
        if let earlyStartReason { entries["alasan_tmt"] = .text(earlyStartReason) }
        return .city(self) + .dated(number, date, place) + .officer("penanda_tangan", signer) + PaperValues(entries)
    }
}

extension DecreeExcerpt: Paper {
    public static var kind: PaperKind { .excerpt }
    public var title: String { "Petikan Keputusan \(decree.number)" }

    public var values: PaperValues { decree.body + .person(nominee) + .officer("pengesah", certifier) }
}
