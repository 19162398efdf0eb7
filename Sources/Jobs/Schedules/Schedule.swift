public import Foundation
public import Postgres

/// Jobs that come again: what is enqueued, when, and what becomes of occurrences that were missed or overlap.
public struct Schedule: Sendable, Hashable {
    /// Whose jobs they are.
    public enum Target: Sendable, Hashable {
        /// The owner of all agencies: agency 0.
        case city
        /// One agency.
        case agency(Int32)
        /// One for each agency that is active when it fires.
        case everyAgency
    }

    /// What becomes of occurrences at which no worker ran, or the schedule could not be looked at, within the time of
    /// `catchUp`.
    public enum Missed: String, Sendable, CaseIterable {
        /// They are left out; up to a minute late is not missed.
        case skip
        /// The last one is made up for.
        case one
        /// All are made up for, one after another, in their order.
        case all
    }

    /// What becomes of an occurrence while the job of the one before has not ended.
    public enum Overlap: String, Sendable, CaseIterable {
        /// It is left out.
        case skip
        /// It waits until that has ended.
        case queue
        /// That one is cancelled; it begins when it has ended.
        case cancel
    }

    /// Lower-case letters, digits and `-`, at most 40.
    public let name: String
    /// Whose jobs they are.
    public let target: Target
    /// Of the jobs.
    public let kind: String
    /// What the jobs need to know.
    public let payload: JSONDocument
    /// How the jobs are chosen among those that are due.
    public let priority: JobRequest.Priority
    /// When.
    public let recurrence: Recurrence
    /// The jobs are put off by a part of this time, which is the same each time and another for each agency.
    public let jitter: Duration
    /// What is missed for longer is not made up for.
    public let catchUp: Duration
    /// What becomes of occurrences that were missed.
    public let missed: Missed
    /// What becomes of occurrences that overlap.
    public let overlap: Overlap

    /// - Throws: `ScheduleError` for a name, a jitter (up to a day) or a time to catch up (a minute to 366 days) that cannot
    ///   be.
    public init(
        name: String,
        target: Target = .city,
        kind: String,
        payload: JSONDocument = JSONDocument(text: "{}"),
        priority: JobRequest.Priority = .normal,
        recurrence: Recurrence,
        jitter: Duration = .zero,
        catchUp: Duration = .seconds(86_400),
        missed: Missed = .one,
        overlap: Overlap = .skip
    ) throws(ScheduleError) {
        let characters = name.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || byte == UInt8(ascii: "-")
        }
        guard let first = name.first, first.isLetter, characters, name.utf8.count <= 40 else {
            throw ScheduleError.name
        }
        guard jitter >= .zero, jitter <= .seconds(86_400) else { throw ScheduleError.jitter }
        guard catchUp >= .seconds(60), catchUp <= .seconds(31_622_400) else {
            throw ScheduleError.catchUp
        }
        self.name = name
        self.target = target
        self.kind = kind
        self.payload = payload
        self.priority = priority
        self.recurrence = recurrence
        self.jitter = jitter
        self.catchUp = catchUp
        self.missed = missed
        self.overlap = overlap
    }

    /// The same for a schedule and an agency each time: jobs of many agencies are spread, and none comes early one day and
    /// late the next.
    func delay(for agency: Int32) -> Duration {
        // FNV-1a, 32 bits; alone it leaves names that differ in their last digit side by side, so mixed once more (MurmurHash3).
        var hash = "\(name) \(agency)".utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
        hash = (hash ^ hash >> 16) &* 0x85eb_ca6b
        hash = (hash ^ hash >> 13) &* 0xc2b2_ae35
        hash ^= hash >> 16
        return jitter * (Double(hash) / Double(UInt32.max))
    }
}

/// Why a schedule was refused.
public enum ScheduleError: String, Error, Sendable, CaseIterable {
    /// A name is a-z, 0-9 and '-', begins with a letter and has at most 40 characters.
    case name
    /// The jitter is at most a day.
    case jitter
    /// The time to catch up is from a minute to 366 days.
    case catchUp = "catch_up"
}

extension Instant {
    /// Occurrences lie on whole seconds.
    public init(_ date: Date) {
        self.init(secondsSince1970: date.timeIntervalSince1970)
    }

    /// The same instant.
    public var date: Date { Date(timeIntervalSince1970: secondsSince1970) }
}
