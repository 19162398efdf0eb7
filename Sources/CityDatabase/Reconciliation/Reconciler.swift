public import Personnel
import Postgres

/// Compares a file of SIASN or I-Mut with the city's records, and changes nothing.
public struct Reconciler: Sendable {
    /// What came of it.
    public struct Report: Sendable, Hashable {
        /// By NIP.
        public let differences: [Difference]
        /// People who are in the file and in our records.
        public let people: Int
        /// Rows about people and units of other agencies, of which an agency is told nothing.
        public let foreign: Int
    }

    private let city: CityDatabase

    public init(_ city: CityDatabase) {
        self.city = city
    }

    /// Compares with today's records, which it reads as the agency itself, or as BKPSDM. The reading is recorded in the
    /// audit trail.
    ///
    /// - Parameters:
    ///   - reach: an agency compares its own people only.
    ///   - isPartial: what the file lacks is not told.
    public func compare(
        _ file: ReconciliationFile,
        in reach: Reach,
        today: CivilDate,
        isPartial: Bool = false
    ) async throws -> Report {
        let records = try await city.namingBadData(as: reach.principal) {
            try await city.transaction(as: reach.principal, options: .reading) { tx in
                try ReadEvent.record("reconcile", ["nip", "name"], in: reach, &tx)
                return try ReconciliationRecords(reach, today, &tx)
            }
        }
        let ofAgency = reach.agency != nil
        if file.form == .proposals {
            let compared = ProposalReconciliation(
                file.proposals,
                with: records.people,
                unreadable: file.unreadableNIPs,
                isPartial: isPartial,
                ofAgency: ofAgency
            )
            return Report(
                differences: compared.differences,
                people: compared.people,
                foreign: compared.foreign
            )
        }
        let posts = file.posts.map { post in
            var post = post
            post.hasLeft = file.standings[post.line].flatMap { records.hasLeft($0.code, $0.name) }
            return post
        }
        let compared = PostReconciliation(
            posts,
            with: records.people,
            units: records.units,
            today: today,
            unreadable: file.unreadableNIPs,
            isPartial: isPartial,
            ofAgency: ofAgency
        )
        return Report(differences: compared.differences, people: compared.people, foreign: compared.foreign)
    }
}
