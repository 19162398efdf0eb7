/// What happened in a soak, and what was found broken.
struct BatchTally {
    var batches = 0
    var cases = 0
    var kills = 0
    /// Kills that hit a daemon with the job in its hand.
    var killsInHand = 0
    var landed = 0
    var reversed = 0
    var cancelled = 0
    /// Cases that were found due with a problem, once for each day.
    var stuck = 0
    var leavers = 0
    var mergers = 0
    /// How often the invariants were read: at rest, and while daemons worked.
    var checks = 0
    var broken: [String] = []

    /// Keeps what was found, and does not say the same twice.
    mutating func report(_ found: [String], _ day: Int) {
        for line in found where broken.count < 100 && !broken.contains(where: { $0.hasSuffix(line) }) {
            broken.append("day \(day): \(line)")
        }
    }

    var summary: String {
        """
        \(cases) cases, \(landed) moves carried out, \(reversed) of them taken back, \(cancelled) cases cancelled or \
        revoked, \(stuck) times one was stuck, \(leavers) leavers, \(mergers) mergers; \(killsInHand) of the kills hit \
        work in hand; \(checks) checks
        """
    }
}
