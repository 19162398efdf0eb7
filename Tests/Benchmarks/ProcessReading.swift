import Foundation

/// What this process has used up to a moment.
struct ProcessReading: Sendable {
    let seconds: Double
    /// User and system time of all threads.
    let cpuSeconds: Double

    static var now: ProcessReading {
        ProcessReading(seconds: read(CLOCK_MONOTONIC), cpuSeconds: read(CLOCK_PROCESS_CPUTIME_ID))
    }

    private static func read(_ clock: clockid_t) -> Double {
        var time = timespec()
        unsafe clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Not `ru_maxrss`: that one remembers the program which started this.
    static var peakKiB: Int { kibibytes("/proc/self/status", "VmHWM:") }

    /// Pages that others map, too, count by their share.
    static var residentKiB: Int { kibibytes("/proc/self/smaps_rollup", "Pss:") }

    private static func kibibytes(_ path: String, _ name: String) -> Int {
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        let line = text.split(separator: "\n").first { $0.hasPrefix(name) }
        return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
    }
}
