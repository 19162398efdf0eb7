#ifndef WORK_H
#define WORK_H

#include <libpq-fe.h>

/// One case of the benchmark, on one connection.
typedef struct {
    const char *name;
    /// Operations, or rows, before the clock starts.
    long warm_up;
    /// Prepares what the operations need; may be NULL, like `reset` and `check`.
    void (*open)(PGconn *connection);
    /// Checks every answer and fails on a wrong one.
    void (*perform)(PGconn *connection, long amount);
    /// Undoes the warm-up.
    void (*reset)(PGconn *connection);
    /// Looks at what was left behind, after the clock has stopped.
    void (*check)(PGconn *connection, long amount);
} Work;

/// Ends with a NULL name.
extern const Work works[];

/// How `connect` connects; set before any work.
extern const char *work_uri;

PGconn *work_connect(void);
/// A statement without parameters or rows, or whose rows do not matter.
void work_run(PGconn *connection, const char *statement);

#endif
