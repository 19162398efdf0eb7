public import Personnel
import Postgres
import Texts

/// A decided move of one person to a post of another agency.
public struct Move: Sendable, Hashable {
    public let nip: NIP
    public let from: AgencyCode
    public let to: AgencyCode
    /// The number of the post in the receiving agency.
    public let postID: Int64
    /// The first day in the receiving agency.
    public let day: CivilDate
    public let decreeNumber: String
    public let decreeDate: CivilDate

    public init(
        nip: NIP,
        from: AgencyCode,
        to: AgencyCode,
        postID: Int64,
        day: CivilDate,
        decreeNumber: String,
        decreeDate: CivilDate
    ) {
        self.nip = nip
        self.from = from
        self.to = to
        self.postID = postID
        self.day = day
        self.decreeNumber = decreeNumber
        self.decreeDate = decreeDate
    }
}

/// Moves people from one agency to another. Whether they may move was decided before.
public struct Moves: Sendable {
    private let city: CityDatabase

    public init(_ city: CityDatabase) {
        self.city = city
    }

    /// One transaction, whose commit is the instant: before it the person belongs to the releasing agency, after it to
    /// the receiving one. What happened in the releasing agency stays there.
    ///
    /// - Returns: the number of the employment in the receiving agency.
    /// - Throws: `CityError` when the person does not serve there, or the post does not belong to the other agency, or
    ///   is taken.
    @discardableResult
    public func carryOut(_ move: Move) async throws -> Int64 {
        let agencies = Agencies(city)
        let (from, to) = (try await agencies.find(move.from), try await agencies.find(move.to))
        return try await city.transaction(as: .mover, options: .givingWay) { tx in
            let person = try tx.optional(
                "select person_id from person where agency_id = \(from.id) and nip = \(move.nip.text)",
                as: Int64.self
            )
            guard let person else {
                throw CityError(.movePersonUnknown, ["agency": "\(move.from)"])
            }
            return try tx.one(
                """
                select move_person(
                    \(from.id), \(to.id), \(person), \(move.day), \(move.postID), \(move.decreeNumber),
                    \(move.decreeDate)
                )
                """,
                as: Int64.self
            )
        }
    }
}
