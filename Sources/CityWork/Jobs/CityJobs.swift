public import CityDatabase
public import Jobs
import Personnel
public import Postgres
import Texts

/// A city's jobs of all agencies, read and changed by the people who watch them.
public struct CityJobs: Sendable {
    /// Which jobs to list; nil means any.
    public struct Filter: Sendable {
        public var states: [JobRecord.State] = [.claimed, .waiting, .dead]
        public var kind: String?
        public var owner: JobOwner?
        /// Lists at most this many of each state.
        public var limit = 50

        public init() {}
    }

    /// A job, and the agency or city that owns it.
    public typealias Owned = (owner: JobOwner, job: JobRecord)

    let city: CityDatabase
    private let database: Database
    /// A transaction that reads a long history, or moves much of it.
    static let patient = TransactionOptions(timeout: .seconds(600))

    /// - Parameter actor: the person who works, for the audit trail; nil for the login itself.
    public init(_ city: City, _ database: Database, actor: String? = nil) {
        self.city = CityDatabase(city, database, actor: actor)
        self.database = database
    }

    /// Lists jobs by state: open ones the oldest first, ended ones the newest first.
    ///
    /// - Throws: `CityError` when there is no such agency or kind.
    public func list(_ filter: Filter) async throws -> [Owned] {
        try await city.transaction(as: .worker, options: Self.patient) { tx in
            let owners = try Self.owners(&tx)
            var asked = JobRecord.Filter(agencies: try Self.numbers(filter.owner, owners))
            (asked.states, asked.kind, asked.limit) = (filter.states, filter.kind, filter.limit)
            let jobs = try JobRecord.list(asked, &tx)
            if let kind = filter.kind, jobs.isEmpty {
                try Self.checkIsKnown(kind, owners, &tx)
            }
            return jobs.map { (owners[$0.agency] ?? .city, $0) }
        }
    }

    /// - Throws: `CityError` when there is no such job.
    public func find(_ id: Int64) async throws -> Owned {
        try await city.transaction(as: .worker) { tx in
            let owners = try Self.owners(&tx)
            let job = try Self.known([id], owners, &tx)[0]
            return (owners[job.agency] ?? .city, job)
        }
    }

    /// The payload of a job, read as the personnel agency; nil when the job has been removed meanwhile.
    public func payload(of job: JobRecord) async throws -> JSONDocument? {
        try await city.transaction(as: .personnel) { tx in
            try JobRecord.payload(job.id, agency: job.agency, &tx)
        }
    }

    /// - Parameter kept: also counts the whole history, and must read all of it.
    public func statistics(kept: Bool) async throws -> [JobStatistics] {
        try await city.transaction(as: .worker, options: Self.patient) { tx in try JobStatistics.all(kept: kept, &tx) }
    }

    // MARK: - Sending again and cancelling

    /// Sends these dead jobs again, those of one agency in one transaction.
    ///
    /// - Throws: `CityError` when one of them does not exist or is not dead; nothing is then changed.
    public func retry(_ ids: [Int64]) async throws -> JobRecord.Retried {
        let jobs = try await allKnown(ids) { $0 == .dead }
        var retried = JobRecord.Retried()
        for (agency, jobs) in jobs {
            let part = try await city.transaction(as: .worker, options: Self.patient) { tx in
                try JobRecord.retry(jobs, agency: agency, &tx)
            }
            retried.count += part.count
            retried.stayed += part.stayed
        }
        if retried.count > 0 { await ring() }
        return retried
    }

    /// Sends all dead jobs of a kind and an agency again (nil means any), those of one agency in one transaction.
    ///
    /// - Throws: `CityError` when there is no such agency or kind.
    public func retryDead(kind: String?, owner: JobOwner?) async throws -> JobRecord.Retried {
        let agencies = try await city.transaction(as: .worker) { tx in
            let owners = try Self.owners(&tx)
            return try Self.numbers(owner, owners)
        }
        var retried = JobRecord.Retried()
        for agency in agencies {
            let part = try await city.transaction(as: .worker, options: Self.patient) { tx in
                let dead = try JobRecord.dead(kind: kind, agency: agency, &tx)
                return dead.isEmpty ? JobRecord.Retried() : try JobRecord.retry(dead, agency: agency, &tx)
            }
            retried.count += part.count
            retried.stayed += part.stayed
        }
        if let kind, retried == JobRecord.Retried() {
            try await city.transaction(as: .worker) { tx in try Self.checkIsKnown(kind, try Self.owners(&tx), &tx) }
        }
        if retried.count > 0 { await ring() }
        return retried
    }

    /// Cancels waiting jobs, and asks workers that have claimed one to end; those of one agency in one transaction.
    ///
    /// - Throws: `CityError` when one of them does not exist or has ended; nothing is then changed.
    public func cancel(_ ids: [Int64]) async throws -> JobRecord.Cancelled {
        let jobs = try await allKnown(ids) { !$0.isEnded }
        var cancelled = JobRecord.Cancelled()
        for (agency, jobs) in jobs {
            let part = try await city.transaction(as: .worker, options: Self.patient) { tx in
                try JobRecord.cancel(jobs, agency: agency, &tx)
            }
            cancelled.waiting += part.waiting
            cancelled.claimed += part.claimed
        }
        if cancelled.claimed > 0 { await ring() }
        return cancelled
    }

    /// Makes workers look at once, rather than within a second.
    func ring() async {
        await Doorbell(city.identity, database).ring()
    }

    /// Numbers by agency, when all jobs exist and are in an allowed state.
    private func allKnown(
        _ ids: [Int64],
        _ isFitting: (JobRecord.State) -> Bool
    ) async throws -> [(agency: Int32, jobs: [Int64])] {
        let jobs = try await city.transaction(as: .worker) { tx in
            try Self.known(Set(ids).sorted(), try Self.owners(&tx), &tx)
        }
        if let other = jobs.first(where: { !isFitting($0.state) }) {
            throw CityError(
                other.state.isEnded && other.state != .dead ? .jobEnded : .jobState,
                ["job": "\(other.id)", "state": .text(other.state.rawValue)]
            )
        }
        return Dictionary(grouping: jobs, by: \.agency).sorted { $0.key < $1.key }.map { ($0.key, $0.value.map(\.id)) }
    }
}

extension CityJobs {
    /// All owners that may have jobs, by number.
    static func owners(_ tx: inout Transaction) throws -> [Int32: JobOwner] {
        let agencies = try tx.all("select agency_id, code from agency", as: (Int32, AgencyCode).self)
        return Dictionary([(0, .city)] + agencies.map { ($0.0, .agency($0.1)) }) { first, _ in first }
    }

    static func numbers(_ owner: JobOwner?, _ owners: [Int32: JobOwner]) throws -> [Int32] {
        guard let owner else { return owners.keys.sorted() }
        let numbers = owners.filter { $0.value == owner }.map(\.key)
        guard numbers.isEmpty else { return numbers }
        throw CityError(.jobOwnerUnknown, ["agency": "\(owner)"])
    }

    private static func known(
        _ ids: [Int64],
        _ owners: [Int32: JobOwner],
        _ tx: inout Transaction
    ) throws -> [JobRecord] {
        let jobs = try JobRecord.find(ids, agencies: owners.keys.sorted(), &tx)
        guard let missing = Set(ids).subtracting(jobs.map(\.id)).min() else { return jobs }
        throw CityError(.jobUnknown, ["job": "\(missing)"])
    }

    private static func checkIsKnown(_ kind: String, _ owners: [Int32: JobOwner], _ tx: inout Transaction) throws {
        guard try !JobRecord.isKnown(kind: kind, agencies: owners.keys.sorted(), &tx) else { return }
        throw Self.unknown(kind, try JobPause.kinds(&tx))
    }

    static func unknown(_ kind: String, _ kinds: [String]) -> CityError {
        kinds.isEmpty
            ? CityError(.jobKindNone, ["kind": .text(kind)])
            : CityError(.jobKindUnknown, ["kind": .text(kind), "kinds": .text(kinds.joined(separator: ", "))])
    }
}
