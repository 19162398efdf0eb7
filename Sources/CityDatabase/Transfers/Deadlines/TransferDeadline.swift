public import Personnel

/// Something that a case waits for, with the last day on which it is in time.
public struct TransferDeadline: Sendable, Hashable {
    /// What is to be done. Raw values are for data.
    public enum Kind: String, Sendable, CaseIterable {
        /// BKN's answer: after five working days it is treated as given (Kepala BKN, January 2026).
        case pertek
        /// The written invitation, at least one working day before the inauguration (Peraturan BKN 7/2017).
        case invitation
        /// At most 30 working days after the decree (Peraturan BKN 7/2017).
        case inauguration
        /// The first day of the decree.
        case carryOut = "carry_out"
        /// The statement of the start of duty (SPMT); the city's own limit.
        case startDuty = "start_duty"
        /// The minutes of the hand-over, on file as a document `hand_over`; the city's own limit.
        case handOver = "hand_over"
        /// The entry in SIASN; the city's own limit.
        case report
        /// Three, six and twelve months in the new seat; the city's own.
        case followUp3 = "follow_up_3"
        case followUp6 = "follow_up_6"
        case followUp12 = "follow_up_12"
        /// The end of the case.
        case completion
    }

    /// Of the case.
    public let number: String
    public let kind: Kind
    public let lastDay: CivilDate
    /// The days after the last one until the day of the list; 0 where it is not late.
    public let daysLate: Int
    /// Why the case was not carried out; it names cases and no person.
    public let problem: String?

    public var isLate: Bool { daysLate > 0 }
}

/// How long a case may wait where no regulation says it.
public struct TransferTimeLimits: Sendable, Hashable {
    /// Calendar days after the first day for the statement of the start of duty, and for the hand-over.
    public var duty = 7
    /// Working days after the start of duty for the entry in SIASN.
    public var report = 5
    /// Months after the first day.
    public var followUps = [3, 6, 12]

    public init() {}
}
