public import Personnel
public import Texts

extension CycleCode {
    /// "Triwulan III 2026", "Tahun 2026"; "Quarter III of 2026", "Year 2026".
    public var wording: Wording {
        switch kind {
        case .quarter(let number):
            let numeral = ["I", "II", "III", "IV"][number - 1]
            return Wording(indonesian: "Triwulan \(numeral) \(year)", english: "Quarter \(numeral) of \(year)")
        case .year: return Wording(indonesian: "Tahun \(year)", english: "Year \(year)")
        }
    }
}

extension Language {
    /// The name of a cycle in words, by its code. Any other text stays as it is.
    func cycle(_ code: String) -> String { CycleCode(code)?.wording(self) ?? code }
}
