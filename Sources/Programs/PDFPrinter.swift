public import Foundation
import Texts

/// Makes a PDF of a page of ours, with the Chromium that the machine has.
///
/// The browser gets a folder and a profile of its own, which are gone afterwards. It reaches no other machine, and the pages
/// run nothing.
public struct PDFPrinter: Sendable {
    /// The path of the browser.
    public let program: String

    private static let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]

    /// - Parameter folders: where to look for the browser; nil for those of `PATH`.
    /// - Throws: ``PDFProblem/browserMissing``.
    public init(lookingIn folders: [String]? = nil) throws(PDFProblem) {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin"
        let folders = folders ?? path.split(separator: ":").map { String($0) }
        let places = Self.names.flatMap { name in folders.map { "\($0)/\(name)" } }
        guard let program = places.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else {
            throw .browserMissing
        }
        self.program = program
    }

    /// The PDF of a self-contained HTML page, with the size and margins that its style gives.
    ///
    /// - Parameter limit: after which the browser and all its children are killed.
    /// - Throws: ``PDFProblem``; `CancellationError` when the task is cancelled.
    public func print(_ page: String, within limit: Duration = .seconds(180)) async throws -> Data {
        let folder = FileManager.default.temporaryDirectory.appending(path: "mutasi-pdf-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder,
            withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o700]
        )
        defer { try? FileManager.default.removeItem(at: folder) }
        let source = folder.appending(path: "page.html")
        let target = folder.appending(path: "page.pdf")
        try Data(page.utf8).write(to: source)
        // Root has no sandbox; the page runs nothing.
        let sandbox = geteuid() == 0 ? ["--no-sandbox"] : []
        let status = try await run(
            sandbox + [
                "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions", "--disable-breakpad",
                "--no-first-run", "--no-pdf-header-footer",
                "--host-resolver-rules=MAP * ~NOTFOUND", "--user-data-dir=\(folder.path)/profile",
                "--print-to-pdf=\(target.path)", source.absoluteString,
            ],
            home: folder.path,
            within: limit
        )
        guard status == 0, let pdf = try? Data(contentsOf: target), pdf.starts(with: Array("%PDF-".utf8)) else {
            throw PDFProblem.browserFailed(program)
        }
        return pdf
    }

    /// The status of `waitpid(2)`. The browser leads a process group, which is killed when it is over, whatever the reason.
    private func run(_ arguments: [String], home: String, within limit: Duration) async throws -> CInt {
        let child = try spawn(arguments, home: home)
        let end = ContinuousClock.now + limit
        var status: CInt = 0
        defer { kill(-child, SIGKILL) }
        do {
            while unsafe waitpid(child, &status, WNOHANG) == 0 {
                guard ContinuousClock.now < end else { throw PDFProblem.tooSlow(program) }
                try await Task.sleep(for: .milliseconds(20))
            }
        } catch {
            kill(-child, SIGKILL)
            while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
            throw error
        }
        return status
    }

    private func spawn(_ arguments: [String], home: String) throws(PDFProblem) -> pid_t {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        unsafe posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        // More than are open now, because another thread may be opening one. Numbers that are not open do no harm.
        let open = ((try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? [])
            .compactMap { CInt($0) }
        for descriptor in (STDERR_FILENO + 1)...((open.max() ?? STDERR_FILENO) + 64) {
            unsafe posix_spawn_file_actions_addclose(&actions, descriptor)
        }
        // The threads of a pool block signals, and a program would inherit that.
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        unsafe sigemptyset(&none)
        unsafe posix_spawnattr_setsigmask(&attributes, &none)
        unsafe posix_spawnattr_setpgroup(&attributes, 0)
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))
        let words = unsafe Self.copies([program] + arguments)
        let environment = unsafe Self.copies(["PATH=/usr/bin:/bin", "HOME=\(home)", "TMPDIR=\(home)", "LC_ALL=C.UTF-8"])
        defer { unsafe (words + environment).forEach { unsafe free($0) } }
        var child: pid_t = 0
        guard unsafe posix_spawn(&child, program, &actions, &attributes, words, environment) == 0 else {
            throw .browserFailed(program)
        }
        return child
    }

    private static func copies(_ strings: [String]) -> [UnsafeMutablePointer<CChar>?] {
        unsafe strings.map { unsafe strdup($0) } + [nil]
    }
}

/// Why there is no PDF.
public enum PDFProblem: Error, Sendable, Hashable {
    case browserMissing
    /// The browser's path.
    case browserFailed(String)
    case tooSlow(String)
}

extension PDFProblem {
    var stopCode: Stop.Code {
        switch self {
        case .browserMissing: .pdfBrowserMissing
        case .browserFailed: .pdfBrowserFailed
        case .tooSlow: .pdfTooSlow
        }
    }

    var arguments: [String: TextArgument] {
        switch self {
        case .browserMissing: [:]
        case .browserFailed(let program), .tooSlow(let program): ["program": .text(program)]
        }
    }
}
