import Foundation
import Glibc

/// Makes a program see another time of day than the true one, by a library that is loaded before the C library. Its
/// monotonic clock stays true, as on a machine whose clock was never set.
///
/// Not libfaketime: that also moves the timers of libdispatch, which then ring never or always.
public enum FalseClock {
    /// The variables that a program's environment needs.
    public static func environment(ahead seconds: Int) async throws -> [String: String] {
        ["LD_PRELOAD": try await library.value.file("falseclock.so"), "FALSE_CLOCK_SECONDS": "\(seconds)"]
    }

    /// A clock whose hands a test moves while the program runs, with all its children: for a server, in which each
    /// process must see the same clock.
    public struct Hands: Sendable {
        let environment: [String: String]
        private let file: String

        /// - Parameters:
        ///   - folder: where the library and the hands are put; the program must be able to enter it.
        init(in folder: String) async throws {
            let library = folder + "/falseclock.so"
            file = folder + "/hands"
            try FileManager.default.copyItem(
                atPath: try await FalseClock.library.value.file("falseclock.so"),
                toPath: library
            )
            environment = ["LD_PRELOAD": library, "FALSE_CLOCK_FILE": file]
            try set(ahead: 0)
            for path in [library, file] {
                try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
            }
        }

        /// From now on the program's clock is this many seconds ahead of the true one.
        public func set(ahead seconds: Int) throws {
            let descriptor = unsafe open(file, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
            guard descriptor >= 0 else { throw StageError("cannot write \(file)", hint: "make room on the disk") }
            defer { close(descriptor) }
            var value = Int64(seconds)
            guard unsafe pwrite(descriptor, &value, 8, 0) == 8 else {
                throw StageError("cannot write \(file)", hint: "make room on the disk")
            }
        }
    }

    /// Built once, by the compiler that is part of every Swift toolchain.
    private static let library = Task {
        let folder = try ScratchDirectory()
        let code = try folder.write("falseclock.c", source)
        let built = try await Program(path: "/usr/bin/env")
            .run(["clang", "-shared", "-fPIC", "-O1", "-o", folder.file("falseclock.so"), code])
        guard built.status == 0 else {
            throw StageError(
                "clang could not build the library of a false clock",
                hint: "it belongs beside swift, in the path",
                output: built.standardError
            )
        }
        return folder
    }

    private static let source = """
        #define _GNU_SOURCE
        #include <fcntl.h>
        #include <stdlib.h>
        #include <sys/mman.h>
        #include <sys/syscall.h>
        #include <sys/time.h>
        #include <time.h>
        #include <unistd.h>

        static const volatile long *hands;

        __attribute__((constructor)) static void look(void) {
            const char *file = getenv("FALSE_CLOCK_FILE");
            int descriptor = file ? open(file, O_RDONLY | O_CLOEXEC) : -1;
            if (descriptor < 0) return;
            void *page = mmap(0, sizeof(long), PROT_READ, MAP_SHARED, descriptor, 0);
            if (page != MAP_FAILED) hands = page;
            close(descriptor);
        }

        int clock_gettime(clockid_t clock, struct timespec *now) {
            int result = syscall(SYS_clock_gettime, clock, now);
            const char *ahead = getenv("FALSE_CLOCK_SECONDS");
            if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
                now->tv_sec += (ahead ? atol(ahead) : 0) + (hands ? *hands : 0);
            return result;
        }

        int gettimeofday(struct timeval *now, void *zone) {
            struct timespec time;
            int result = clock_gettime(CLOCK_REALTIME, &time);
            now->tv_sec = time.tv_sec;
            now->tv_usec = time.tv_nsec / 1000;
            return result;
        }

        time_t time(time_t *copy) {
            struct timespec now;
            clock_gettime(CLOCK_REALTIME, &now);
            if (copy) *copy = now.tv_sec;
            return now.tv_sec;
        }
        """
}
