import Foundation

/// Standard output, unbuffered: what was said is there, however the process ends.
enum Console {
    static func say(_ line: String) {
        try? FileHandle.standardOutput.write(contentsOf: Data((line + "\n").utf8))
    }
}
