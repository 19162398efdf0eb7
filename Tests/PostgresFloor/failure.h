#ifndef FAILURE_H
#define FAILURE_H

/// Says what is wrong on standard error and ends the process with 1.
_Noreturn void fail(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
