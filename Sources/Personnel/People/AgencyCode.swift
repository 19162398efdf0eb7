/// The short name by which people and programs call an agency, such as "dinkes".
public struct AgencyCode: Sendable, Hashable {
    private let text: String

    /// Lower-cases its input; then a letter a–z followed by 1 to 30 letters, digits or hyphens, so that the code can
    /// stand in names of logins, files and addresses as it is.
    public init?(_ text: some StringProtocol) {
        let text = text.lowercased()
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard (2...31).contains(text.utf8.count), let first = text.utf8.first, letters.contains(first),
            text.utf8.allSatisfy({ letters.contains($0) || digits.contains($0) || $0 == UInt8(ascii: "-") })
        else { return nil }
        self.text = text
    }
}

extension AgencyCode: Comparable {
    public static func < (left: AgencyCode, right: AgencyCode) -> Bool { left.text < right.text }
}

extension AgencyCode: CustomStringConvertible {
    public var description: String { text }
}
