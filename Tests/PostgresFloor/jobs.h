#ifndef JOBS_H
#define JOBS_H

#include <libpq-fe.h>

void jobs_open(PGconn *connection);
/// Drains the queue, whatever the amount; nothing for 0.
void jobs(PGconn *connection, long amount);
/// Nothing waits any more.
void jobs_check(PGconn *connection, long amount);

#endif
