import Personnel

/// Somebody acts (Plt) in a structural post whose holder has left, beside the own one.
struct ActingHead: Sendable {
    /// Positions among the workforce's servants.
    let servant: Int
    let former: Int
    let since: CivilDate
}

/// Of the posts whose holders left; the others stay vacant.
private let actingShare = 0.6

extension Workforce {
    /// People who act for the heads among those who left: holders of structural posts of the same tier or the one below
    /// (SE BKN 1/SE/I/2021), the nearest first; in an agency without any, experts of a tier from which such posts are
    /// filled. Each acts for one.
    func actingHeads(seed: UInt64, _ departures: [Departure]) -> [ActingHead] {
        var random = RandomStream(seed: seed, "acting", profile.code.description)
        var taken = Set(departures.map(\.servant))
        var seats = 0
        return departures.compactMap { departure -> ActingHead? in
            guard let echelon = servants[departure.servant].appointment.echelon else { return nil }
            seats += 1
            // An agency's first seat does not stay vacant, and the second does, so that a small city shows both.
            let isVacant = seats == 2 || (seats > 2 && !random.chance(actingShare))
            guard !isVacant || departure.servant == 0 else { return nil }
            let fitting = servants.indices.filter { mayAct($0, echelon) && !taken.contains($0) }
            let nearest = fitting.min { left, right in
                (distance(left, departure.servant), left) < (distance(right, departure.servant), right)
            }
            guard let nearest else { return nil }
            taken.insert(nearest)
            return ActingHead(servant: nearest, former: departure.servant, since: departure.day)
        }
    }

    private func mayAct(_ servant: Int, _ echelon: StructuralEchelon) -> Bool {
        let post = servants[servant].appointment
        if let own = post.echelon { return [echelon.tier, echelon.tier + 1].contains(own.tier) }
        return post.title.hasSuffix("Ahli Madya") || (echelon.tier == 4 && post.title.hasSuffix("Ahli Muda"))
    }

    /// 0 for who sits in the same unit, 1 for one beside, above or below, 2 for others, 3 for those who lead nothing.
    private func distance(_ servant: Int, _ former: Int) -> Int {
        guard servants[servant].appointment.echelon != nil else { return 3 }
        let (unit, other) = (servants[servant].appointment.unit, servants[former].appointment.unit)
        let units = establishment.units
        if unit == other { return 0 }
        let isNear =
            units[unit].parent == units[other].parent || units[unit].parent == other || units[other].parent == unit
        return isNear ? 1 : 2
    }
}
