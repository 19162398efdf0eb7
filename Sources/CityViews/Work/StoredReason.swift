import CityDatabase
import Reports
public import Texts

/// Why work failed or waits. The database keeps the reason in English.
///
/// A reason that the catalogue knows is shown in the reader's language; any other text stays as it is.
public struct StoredReason: Sendable {
    private let text: String

    public init(_ text: String) {
        self.text = text
    }

    public var wording: Wording {
        let known = TextCatalogue.findings.wording(ofEnglish: text) {
            $0.hasPrefix("work.") || $0.hasPrefix("unhandled.")
        }
        if let known { return known }
        // What a function of the schema refused is kept with its state: "the cycle is closed in this agency (SQLSTATE MU102)".
        let words = text.firstRange(of: " (SQLSTATE MU").map { String(text[..<$0.lowerBound]) } ?? text
        return CityError.wording(ofEnglish: words) ?? Wording(text)
    }
}

extension Table.Cell {
    /// A reason that may not be known.
    static func optional(_ reason: StoredReason?) -> Table.Cell { reason.map { .sentence($0.wording) } ?? .missing }
}
