/// Whether a case may go on, and what stops it.
public struct Clearance: Sendable, Hashable {
    /// A verdict and the exception that lifts it.
    public struct Lifted: Sendable, Hashable {
        public let verdict: TransferVerdict
        public let exception: TransferException
    }

    /// What stops the case, in the order of the verdicts.
    public let stops: [TransferVerdict]
    /// What would stop it without an exception, in the order of the verdicts.
    public let lifted: [Lifted]
    /// What has to be looked at and does not stop the case: warnings, and facts that are not known.
    public let warnings: [TransferVerdict]
    /// Exceptions that lift nothing: of a rule that allows none, or that does not stop the case.
    public let unused: [TransferException]

    public init(_ verdicts: [TransferVerdict], exceptions: [TransferException] = []) {
        var (stops, lifted): ([TransferVerdict], [Lifted]) = ([], [])
        for verdict in verdicts where verdict.stops {
            if let exception = exceptions.first(where: { $0.lifts(verdict) }) {
                lifted.append(Lifted(verdict: verdict, exception: exception))
            } else {
                stops.append(verdict)
            }
        }
        self.stops = stops
        self.lifted = lifted
        warnings = verdicts.filter { !$0.stops && $0.outcome != .pass }
        unused = exceptions.filter { exception in !lifted.contains { $0.exception == exception } }
    }

    public var mayProceed: Bool { stops.isEmpty }

    /// The first day on which nothing would stop the case with all else the same; nil where that cannot be told, or where
    /// nothing stops it.
    public var opens: CivilDate? {
        let days = stops.compactMap(\.passesFrom)
        return days.count == stops.count ? days.max() : nil
    }
}
