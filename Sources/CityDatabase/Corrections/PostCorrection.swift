public import Personnel
import Postgres
import Texts

/// What is put right about a post; a field that is nil stays as it is.
public struct PostCorrection: Sendable, Hashable {
    public var title: String?
    public var positionLevel: PositionLevel?
    /// Says the level as well.
    public var echelon: Echelon?
    /// Kelas jabatan, 1...17.
    public var jobClass: Int?

    public init() {}

    var fields: CorrectedFields {
        var fields = CorrectedFields()
        fields.set(.title, title)
        if let positionLevel {
            fields.set(.positionLevel, positionLevel.code)
            fields.clear(.echelon)
        }
        if let echelon {
            fields.set(.positionLevel, echelon.level.code)
            fields.set(.echelon, "\(echelon.id)")
        }
        fields.set(.jobClass, jobClass.map { "\($0)" })
        return fields
    }
}

extension Corrections {
    /// Puts facts about a post of the agency right, by its number.
    ///
    /// - Throws: `CityError` when the agency has no such post, or its unit has another one of the title.
    public func correct(
        post: Int64,
        _ correction: PostCorrection,
        _ ground: CorrectionGround,
        dryRun: Bool = false
    ) async throws -> CorrectionOutcome {
        try await change(dryRun: dryRun) { tx, outcome in
            let fields = correction.fields
            let isKnown = try tx.one(
                "select exists (select from post where agency_id = \(agency.id) and post_id = \(post))",
                as: Bool.self
            )
            guard isKnown else { throw CityError(.postUnknown, ["agency": "\(agency.code)", "post": "\(post)"]) }
            let rows: SQL = "from post t where agency_id = \(agency.id) and post_id = \(post) for update"
            guard let difference = try self.difference("to_jsonb(t)", from: rows, fields, &tx) else { return }
            do {
                try tx.execute(
                    """
                    update post t
                    set (title, position_level, echelon, job_class) = (
                        select r.title, r.position_level, r.echelon, r.job_class
                        from jsonb_populate_record(t, \(fragment: fields.object)) r
                    )
                    where agency_id = \(agency.id) and post_id = \(post)
                    """
                )
            } catch let error as PostgresError where error.sqlState == .uniqueViolation {
                throw CityError(.correctionTitleTaken)
            }
            try record(.post, post, of: nil, difference, ground, &tx, &outcome)
            let holders = try tx.all(
                "select distinct employment_id from assignment where agency_id = \(agency.id) and post_id = \(post)",
                as: Int64.self
            )
            try name(&outcome, holders, &tx)
        }
    }
}
