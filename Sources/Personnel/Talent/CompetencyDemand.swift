/// A competency at a level or above, as "komunikasi>=4".
public struct CompetencyDemand: Sendable, Hashable {
    public let name: CompetencyName
    public let level: CompetencyLevel

    public init(_ name: CompetencyName, atLeast level: CompetencyLevel) {
        self.name = name
        self.level = level
    }

    /// Reads "komunikasi>=4"; nil when a part is missing or the level is not 1 to 5.
    public init?(_ text: some StringProtocol) {
        guard let sign = text.firstRange(of: ">="), let name = CompetencyName(text[..<sign.lowerBound]),
            let level = Int(String(text[sign.upperBound...].filter { !$0.isWhitespace }))
                .flatMap({ CompetencyLevel(rawValue: $0) })
        else { return nil }
        self.init(name, atLeast: level)
    }
}
