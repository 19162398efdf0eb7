extension Int {
    /// A number from 0 to 999,999 in words: "dua ribu dua puluh lima".
    var indonesianWords: String {
        switch self {
        case 0...11:
            [
                "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh",
                "sebelas",
            ][self]
        case 12...19: "\((self - 10).indonesianWords) belas"
        case 20...99: Self.joined(self / 10, "puluh", self % 10)
        case 100...199: Self.joined(nil, "seratus", self - 100)
        case 200...999: Self.joined(self / 100, "ratus", self % 100)
        case 1_000...1_999: Self.joined(nil, "seribu", self - 1_000)
        case 2_000...999_999: Self.joined(self / 1_000, "ribu", self % 1_000)
        default: String(self)
        }
    }

    private static func joined(_ count: Int?, _ unit: String, _ rest: Int) -> String {
        [count?.indonesianWords, unit, rest == 0 ? nil : rest.indonesianWords].compactMap(\.self)
            .joined(separator: " ")
    }

    /// The place in a dictum, from 1: "KESATU", "KEDUA", "KESEPULUH", "KEDUA BELAS".
    var dictumOrdinal: String { "ke\(indonesianWords)".uppercased() }

    /// The place in a lettered list, from 1: "a" ... "z", "aa", "ab", …
    var listLetter: String {
        var (rest, letters) = (self, "")
        while rest > 0 {
            rest -= 1
            letters = String(UnicodeScalar(UInt8(97 + rest % 26))) + letters
            rest /= 26
        }
        return letters
    }
}
