import Personnel

/// Finds holders for posts among an agency's people.
struct Selection {
    private let candidates: [Candidate]
    /// Positions in the order in which people are considered.
    private var waiting: [Int]

    init(_ candidates: [Candidate], _ random: inout RandomStream) {
        self.candidates = candidates
        waiting = Array(candidates.indices)
        random.shuffle(&waiting)
    }

    /// Takes the first who may hold the post; when nobody may, the permanent one who comes nearest, raised to it.
    mutating func holder(
        of post: StructuralPost,
        _ profile: AgencyProfile,
        _ random: inout RandomStream
    ) -> (Candidate, Appointment) {
        let holder: Candidate
        if let place = waiting.firstIndex(where: { candidates[$0].mayHold(post.echelon) }) {
            holder = candidates[waiting.remove(at: place)]
        } else {
            let nearest = waiting.indices.max { nearness(waiting[$0]) < nearness(waiting[$1]) }
            guard let nearest else { preconditionFailure("more structural posts than people") }
            holder = candidates[waiting.remove(at: nearest)].raised(to: post.echelon)
        }
        return (holder, .structural(post, profile, &random))
    }

    /// Everyone left: executors are mostly those with less schooling.
    mutating func split(
        executors: Int,
        _ random: inout RandomStream
    ) -> (functional: [Candidate], executors: [Candidate]) {
        let scored = waiting.enumerated()
            .map { place, index in
                (score: Double(candidates[index].education.rawValue) + 8 * random.bell(), place: place, index: index)
            }
            .sorted { ($0.score, $0.place) < ($1.score, $1.place) }
        var groups = (scored.dropFirst(executors).map(\.index), scored.prefix(executors).map(\.index))
        random.shuffle(&groups.0)
        random.shuffle(&groups.1)
        return (groups.0.map { candidates[$0] }, groups.1.map { candidates[$0] })
    }

    private func nearness(_ index: Int) -> (Int, Int, Int, Int) {
        let candidate = candidates[index]
        return (
            candidate.isContract ? 0 : 1, candidate.rank?.id ?? 0, candidate.education.rawValue,
            candidate.ageBand.rawValue
        )
    }
}
