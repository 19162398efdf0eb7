import Characters
import Personnel
import Texts

extension ImportRow {
    /// The competency of `kompetensi`: one of the nine, or, where `jenis` says so, a technical one with its own name. A
    /// name that is neither is refused, for a slip of the pen would be a competency that nobody has.
    mutating func competency() -> CompetencyName? {
        let known = rejections.count
        let isTechnical = value("jenis", required: false, .competencyKind) { text in
            switch text.lowercased().filter(\.isLetter) {
            case "manajerial", "sosialkultural", "sosiokultural": false
            case "teknis": true
            default: nil
            }
        }
        guard let name = value("kompetensi", .missing, { CompetencyName($0) }) else { return nil }
        if name.common != nil || isTechnical == true { return name }
        // Without a kind that can be read nobody knows which names there are.
        guard rejections.count == known else { return nil }
        if let similar = name.code.nearest(of: Competency.allCases.map(\.title)) {
            reject("kompetensi", .competencySimilar, ["similar": .text(similar)])
        } else {
            reject("kompetensi", .competencyUnknown)
        }
        return nil
    }

    mutating func competencyLevel() -> CompetencyLevel? {
        value("level", .competencyLevel) { text in Int(text).flatMap { CompetencyLevel(rawValue: $0) } }
    }
}
