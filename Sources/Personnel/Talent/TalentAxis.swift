/// One of the two axes of the talent map (PermenPANRB 20/2025 art. 17).
///
/// In SIMATA performance (kinerja) is Y, the vertical one, and potential (potensial) is X; some applications draw them the
/// other way round.
public enum TalentAxis: String, Sendable, Hashable, CaseIterable {
    case performance
    case potential

    /// SIMATA's letter, "Y" or "X".
    public var letter: String {
        switch self {
        case .performance: "Y"
        case .potential: "X"
        }
    }

    public var title: String {
        switch self {
        case .performance: "Kinerja"
        case .potential: "Potensial"
        }
    }

    /// What its score is made of, in SIMATA's order.
    public var components: [TalentComponent] { TalentComponent.allCases.filter { $0.axis == self } }
}
