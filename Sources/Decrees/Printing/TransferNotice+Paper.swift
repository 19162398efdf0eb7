extension TransferNotice: Paper {
    public static var kind: PaperKind { .notice }
    public var title: String { "Pemberitahuan Mutasi \(number)" }

    public var values: PaperValues {
        .city(decree) + .decided(decree) + .dated(number, date, place) + .person(nominee)
            + .officer("penanda_tangan", signer)
            + PaperValues([
                "tmt": .text(decree.firstDay.indonesian), "pertimbangan": PaperValues.numbered(findings),
                "perubahan": .list(
                    changes.map {
                        PaperValues(["hal": .text($0.subject), "semula": .text($0.before), "menjadi": .text($0.after)])
                    }
                ),
                "narahubung": .text(contact.text), "batas_tanya": .text(contact.until.indonesian),
            ])
    }
}
