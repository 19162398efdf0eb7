import Synchronization

/// What jobs said of their progress since it was last written.
final class JobProgress: Sendable {
    struct Entry: Sendable {
        let id: Int64
        let agency: Int32
        let percent: Int16
    }

    private let entries = Mutex<[Int64: Entry]>([:])

    func set(_ id: Int64, agency: Int32, percent: Int16) {
        entries.withLock { $0[id] = Entry(id: id, agency: agency, percent: percent) }
    }

    func take() -> [Entry] {
        entries.withLock { entries in
            defer { entries = [:] }
            return Array(entries.values)
        }
    }
}
