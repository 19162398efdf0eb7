/// A fact that a verdict rests on: its name and its value as text, so that it can be stored and compared.
///
/// Days are "YYYY-MM-DD", yes and no "true" and "false", everything else the code that the value has in data.
public struct VerdictFact: Sendable, Hashable {
    public let name: FactName
    public let text: String

    public init(_ name: FactName, _ text: String) {
        self.name = name
        self.text = text
    }

    init(_ name: FactName, _ number: Int) { self.init(name, "\(number)") }

    init(_ name: FactName, _ isSo: Bool) { self.init(name, isSo ? "true" : "false") }

    init(_ name: FactName, _ day: CivilDate) { self.init(name, day.iso) }
}

extension VerdictFact: CustomStringConvertible {
    /// "held_since=2024-03-01".
    public var description: String { "\(name.code)=\(text)" }
}
