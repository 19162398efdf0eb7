import Personnel

/// How an agency's people work as their raters see it: what they can, how they are in form, and how the rater leans.
struct Performance {
    private let workforce: Workforce
    private let seed: UInt64
    /// By servant: how much kinder than others this one rates people, or would.
    private let leanings: [Double]

    private static let formWeight = 0.8

    init(_ workforce: Workforce, seed: UInt64) {
        self.workforce = workforce
        self.seed = seed
        var random = RandomStream(seed: seed, "raters", workforce.profile.code.description)
        leanings = workforce.servants.map { _ in Self.leaning(&random) }
    }

    /// One in sixteen is notably severe, one notably lenient; the others differ a little.
    private static func leaning(_ random: inout RandomStream) -> Double {
        switch random.below(16) {
        case 0: -1.8
        case 1: 1.8
        default: 0.2 * random.bell()
        }
    }

    /// By servant, what the rater sees of the cycle, before chance.
    func seen(in cycle: CycleCode) -> [Double] {
        let forms = forms(in: cycle)
        return workforce.servants.enumerated()
            .map { index, servant in
                let leaning = workforce.rater(of: index, on: cycle.last).map { leanings[$0] } ?? 0
                return servant.ability + Self.formWeight * forms[index] + leaning
            }
    }

    /// By servant: the form drifts from one new year to the next, so that quarters near each other are alike, and each
    /// cycle can be made without those before it.
    private func forms(in cycle: CycleCode) -> [Double] {
        let passed =
            switch cycle.kind {
            case .quarter(let number): (Double(number) - 0.5) / 4
            case .year: 0.5
            }
        return zip(forms(atBeginningOf: cycle.year), forms(atBeginningOf: cycle.year + 1))
            .map { (1 - passed) * $0 + passed * $1 }
    }

    private func forms(atBeginningOf year: Int) -> [Double] {
        var random = RandomStream(seed: seed, "form", workforce.profile.code.description, String(year))
        return workforce.servants.map { _ in random.bell() }
    }
}
