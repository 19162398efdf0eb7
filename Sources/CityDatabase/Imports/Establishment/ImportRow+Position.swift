import Personnel

extension ImportRow {
    /// `jenisJabatan`: 1 structural (and 3, both) by its echelon, 2 functional, 4 executor.
    mutating func position() -> (PositionLevel?, Echelon?) {
        switch required("jenisJabatan") {
        case "1", "3":
            let echelon = value("eselonId", .echelon) { text in
                Int(text).flatMap { Echelon(id: $0) }
            }
            return (echelon?.level, echelon)
        case "2": return (.fungsional, nil)
        case "4": return (.pelaksana, nil)
        case nil: return (nil, nil)
        default:
            reject("jenisJabatan", .positionKind)
            return (nil, nil)
        }
    }
}
