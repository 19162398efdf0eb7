import CMalloc
import Foundation

/// What the process holds at an instant.
struct ProcessReading: Sendable {
    let residentBytes: Int
    /// What was allocated and not freed, in all arenas of glibc and in mappings.
    let allocatedBytes: Int
    let descriptors: Int
    let threads: Int

    /// After giving free memory back, so that the resident size does not measure how it is scattered.
    static func now() -> ProcessReading {
        malloc_trim(0)
        let figures = mallinfo2()
        let pages = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?
            .split(separator: " ").dropFirst().first.flatMap { Int($0) }
        return ProcessReading(
            residentBytes: (pages ?? 0) * Int(sysconf(CInt(_SC_PAGESIZE))),
            allocatedBytes: figures.uordblks + figures.hblkhd,
            descriptors: count("fd"),
            threads: count("task")
        )
    }

    /// As the system calls them, to tell whose they are.
    static var threadNames: String {
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/task")) ?? []
        let names = threads.compactMap { try? String(contentsOfFile: "/proc/self/task/\($0)/comm", encoding: .utf8) }
        return names.map { $0.trimmingCharacters(in: .newlines) }.sorted().joined(separator: ", ")
    }

    private static func count(_ folder: String) -> Int {
        (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/\(folder)"))?.count ?? 0
    }
}

extension Int {
    /// As mebibytes with two decimals.
    var mebibytes: String { String(format: "%.2f MiB", Double(self) / 1_048_576) }
}
