import Personnel

/// SIASN `rw_pemberhentian`: the decrees by which people leave, with the day on which they do.
enum DeparturesFile {
    struct Row {
        let servant: Servant
        let departure: Departure
    }

    static func text(_ workforce: Workforce, _ departures: [Departure]) -> String {
        columns.text(departures.map { Row(servant: workforce.servants[$0.servant], departure: $0) })
    }

    private static let columns: [FileColumn<Row>] = [
        FileColumn("nipBaru") { $0.servant.nip.text },
        FileColumn("kedudukanHukumPns") { $0.departure.cause.rawValue },
        FileColumn("skNomor") { $0.departure.decree },
        FileColumn("skTanggal") { $0.departure.signed.siasn },
        FileColumn("tmtPensiun") { $0.departure.day.siasn },
    ]
}
