/// The name of a competency: one of the nine that every post asks for, or a technical one, which each post names by
/// itself (PermenPANRB 38/2017).
public struct CompetencyName: Sendable, Hashable {
    /// Stable, for data: "public_service", or a technical one in small letters, "pengelolaan basis data".
    public let code: String

    /// One of the nine; nil for a technical competency.
    public var common: Competency? { Competency(code: code) }

    public init(_ competency: Competency) {
        code = competency.code
    }

    /// Reads one of the nine by its code or its title in either language; any other name is that of a technical one.
    /// Capitals and doubled spaces make no difference. Nil when nothing is written.
    public init?(_ text: some StringProtocol) {
        let words = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !words.isEmpty else { return nil }
        code = Competency(named: words)?.code ?? words
    }

    /// The title in Indonesian; of a technical competency its name.
    public var title: String { common?.title ?? code }

    /// The title in English; of a technical competency its name.
    public var englishTitle: String { common?.englishTitle ?? code }
}

extension CompetencyName: Comparable {
    public static func < (left: CompetencyName, right: CompetencyName) -> Bool {
        func place(_ name: CompetencyName) -> Int {
            name.common.flatMap { Competency.allCases.firstIndex(of: $0) } ?? Competency.allCases.count
        }
        return (place(left), left.code) < (place(right), right.code)
    }
}

extension Competency {
    /// Reads a code or a title in either language; only letters are compared, for "Kerjasama" is written as often as "Kerja
    /// Sama".
    public init?(named text: some StringProtocol) {
        func letters(_ text: some StringProtocol) -> String { text.lowercased().filter(\.isLetter) }
        let typed = letters(text)
        let known = Competency.allCases.first { competency in
            [competency.code, competency.title, competency.englishTitle].contains { letters($0) == typed }
        }
        guard let known else { return nil }
        self = known
    }
}
