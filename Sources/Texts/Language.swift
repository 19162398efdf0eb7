/// A language of the city's texts.
public enum Language: String, CaseIterable, Sendable {
    case indonesian = "id"
    case english = "en"

    /// The text for this language.
    public func text(_ indonesian: String, _ english: String) -> String {
        switch self {
        case .indonesian: indonesian
        case .english: english
        }
    }

    /// "15.000" or "15,000".
    public func number(_ number: Int) -> String {
        let digits = Array(String(number.magnitude))
        var text = number < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += self.text(".", ",") }
            text.append(digit)
        }
        return text
    }

    /// The language of a POSIX locale: Indonesian for "id_ID.UTF-8", English for every other, the empty one included.
    public init(locale: String) {
        let language = locale.prefix { $0 != "_" && $0 != "." && $0 != "@" }
        self = language.lowercased() == "id" ? .indonesian : .english
    }
}
