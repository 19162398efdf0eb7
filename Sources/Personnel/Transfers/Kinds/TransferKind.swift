/// What kind of move leads from one seat to another: everything that the two seats alone can tell.
public struct TransferKind: Sendable, Hashable {
    /// Nil while a functional post's tier is not known.
    public let direction: TransferDirection?
    public let route: TransferRoute
    /// Classes up, or down when negative; nil while one of them is not known.
    public let classStep: Int?
    /// Whether the level stays and the echelon falls, such as from II.a to II.b: a warning and no demotion.
    public let lowersEchelon: Bool
    /// Whether the titles are of different families; nil while one of them is not known.
    public let changesFamily: Bool?

    public init(from source: TransferSeat, to target: TransferSeat) {
        direction = TransferDirection(from: source, to: target)
        route = TransferRoute(from: source, to: target)
        classStep = source.jobClass.flatMap { from in target.jobClass.map { $0 - from } }
        if let from = source.echelon, let to = target.echelon, source.level == target.level {
            lowersEchelon = to.id > from.id
        } else {
            lowersEchelon = false
        }
        changesFamily = source.family.flatMap { from in target.family.map { $0.lowercased() != from.lowercased() } }
    }
}
