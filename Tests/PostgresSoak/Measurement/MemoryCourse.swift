/// How memory went over the run: the last third must not lie above the one before it.
struct MemoryCourse {
    let readings: [ProcessReading]

    /// What may differ without anything being lost: for each of 20 connections (and as many ends of the proxies) a buffer
    /// of libpq's or the proxy's, which grows by doubling with the largest message; some 64 KiB each.
    static let allocatedSlack = 3 << 20
    /// Pages that glibc keeps in its arenas, of which a machine of two cores has sixteen, come on top.
    static let residentSlack = 8 << 20

    private func mean(_ value: KeyPath<ProcessReading, Int>, _ range: Range<Int>) -> Int {
        let values = readings[range].map { $0[keyPath: value] }
        return values.isEmpty ? 0 : values.reduce(0, +) / values.count
    }

    /// Means of the second and of the last third.
    func thirds(_ value: KeyPath<ProcessReading, Int>) -> (first: Int, second: Int, last: Int) {
        let (one, two) = (readings.count / 3, 2 * readings.count / 3)
        return (mean(value, 0..<one), mean(value, one..<two), mean(value, two..<readings.count))
    }

    /// What grew; nothing is said of runs with less than six readings.
    var growth: [String] {
        guard readings.count >= 6 else { return [] }
        let figures: [(String, KeyPath<ProcessReading, Int>, Int)] = [
            ("allocated bytes", \.allocatedBytes, Self.allocatedSlack),
            ("resident bytes", \.residentBytes, Self.residentSlack),
            ("descriptors", \.descriptors, 4),
            ("threads", \.threads, 4),
        ]
        return figures.compactMap { name, value, slack in
            let means = thirds(value)
            guard means.last > means.second + slack else { return nil }
            return "\(name) grew from \(means.second) in the second third to \(means.last) in the last"
        }
    }
}
