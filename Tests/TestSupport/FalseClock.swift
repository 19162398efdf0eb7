/// Lets a program take another time of day for the true one, by a library that is loaded before the C library. Its monotonic
/// clock stays true, as on a machine whose clock was never set.
///
/// Not libfaketime: that moves the timers of libdispatch, too, which then never or always ring.
public enum FalseClock {
    /// What a program's environment needs.
    public static func environment(ahead seconds: Int) async throws -> [String: String] {
        ["LD_PRELOAD": try await library.value.file("falseclock.so"), "FALSE_CLOCK_SECONDS": "\(seconds)"]
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
        #include <stdlib.h>
        #include <sys/syscall.h>
        #include <sys/time.h>
        #include <time.h>
        #include <unistd.h>

        int clock_gettime(clockid_t clock, struct timespec *now) {
            int result = syscall(SYS_clock_gettime, clock, now);
            const char *ahead = getenv("FALSE_CLOCK_SECONDS");
            if (result == 0 && ahead && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
                now->tv_sec += atol(ahead);
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
