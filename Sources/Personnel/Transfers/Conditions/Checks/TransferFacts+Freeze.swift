extension TransferFacts {
    /// A seat that is left is given to somebody else, too: both sides are looked at.
    func freeze(_ kind: FreezeWindow.Kind, months: Int) -> RuleFinding? {
        guard var windows = windows(kind, months: months) else {
            switch kind {
            case .election: return .unknown(.freeze)
            case .newHead: return .unknown(.freeze, .headInaugurated)
            case .actingHead: return .unknown(.freeze, .headActing)
            }
        }
        let seats = [target] + (source.map { [$0] } ?? [])
        windows = windows.filter { window in seats.contains { window.covers($0) } }
        let ofDay = windows.filter { $0.first <= day && $0.last.map { day <= $0 } ?? true }
        guard let window = ofDay.first(where: { $0.isClosed(on: day) }) ?? ofDay.first else {
            return .met(VerdictFact(.freeze, "none"))
        }
        var facts = [VerdictFact(.freeze, window.kind.code), VerdictFact(.freezeFirst, window.first)]
        if let last = window.last { facts.append(VerdictFact(.freezeLast, last)) }
        guard window.isClosed(on: day) else {
            return RuleFinding(state: .met, facts: facts, documents: window.letter.map { [$0] } ?? [])
        }
        if let consent = ministerConsent {
            return RuleFinding(state: .met, facts: facts, documents: [consent])
        }
        return RuleFinding(state: .unmet, facts: facts, passesFrom: firstOpen(windows))
    }

    /// Of this case: one that names no post, or the new one.
    private var ministerConsent: TransferDocument? {
        filed(.ministerConsent).filter { $0.post == nil || $0.post == target.name.title }
            .max { ($0.day, $0.number) < ($1.day, $1.number) }
    }

    /// Those of a kind that are known; nil where nothing is.
    private func windows(_ kind: FreezeWindow.Kind, months: Int) -> [FreezeWindow]? {
        let listed = city.windows?.filter { $0.kind == kind }
        switch kind {
        case .election: return listed
        case .newHead:
            guard let inaugurated = city.headInaugurated else { return listed }
            // One that the calendar has may carry a letter.
            if let listed, listed.contains(where: { $0.first == inaugurated }) { return listed }
            return (listed ?? []) + [.newHead(inaugurated: inaugurated, months: months)]
        case .actingHead:
            guard let isActing = city.isHeadActing else { return listed }
            guard isActing, listed?.contains(where: { $0.first <= day && $0.last.map { day <= $0 } ?? true }) != true
            else { return listed ?? [] }
            return (listed ?? []) + [FreezeWindow(.actingHead, first: day, last: nil, levels: Self.allLevels)]
        }
    }

    /// Without a calendar entry an acting head may move nobody.
    private static let allLevels = Set(PositionLevel.allCases)

    /// The first day from the planned one on that no window closes; nil while an end is not known.
    private func firstOpen(_ windows: [FreezeWindow]) -> CivilDate? {
        var open = day
        while let closed = windows.first(where: { $0.isClosed(on: open) }) {
            guard let next = closed.opens(after: open) else { return nil }
            open = next
        }
        return open
    }
}
