/* The floor under the data layer: the same work as `benchmarks contender`, by hand on libpq, a thread a client.

   postgres-floor CASE CLIENTS AMOUNT URI
   prints `operations seconds cpu_seconds peak_kib`, and exits with 1 when an answer was wrong.
   `postgres-floor idle CONNECTIONS 0 URI` has the memory of its idle connections, in KiB, in the place of the peak. */

#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "failure.h"
#include "work.h"

static const Work *work;
static long amount;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t everybody_ready = PTHREAD_COND_INITIALIZER;
static long clients, ready;
static double start, start_cpu, finish, finish_cpu;

void fail(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    fputs("postgres-floor: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    _Exit(1);
}

static double seconds_of(clockid_t clock) {
    struct timespec now;
    clock_gettime(clock, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static double wall(void) { return seconds_of(CLOCK_MONOTONIC); }

/// User and system time of all threads.
static double cpu(void) { return seconds_of(CLOCK_PROCESS_CPUTIME_ID); }

/// A line of `/proc`, in KiB. Not `ru_maxrss`: that one remembers the program which started this.
static long kib(const char *path, const char *name) {
    FILE *file = fopen(path, "r");
    if (file == NULL) fail("cannot read %s", path);
    char text[256];
    long value = -1;
    while (value < 0 && fgets(text, sizeof text, file) != NULL)
        if (strncmp(text, name, strlen(name)) == 0) value = atol(text + strlen(name));
    fclose(file);
    return value;
}

/// The last to arrive starts the clock before anybody goes on.
static void start_together(void) {
    pthread_mutex_lock(&lock);
    if (++ready == clients) {
        start_cpu = cpu();
        start = wall();
        pthread_cond_broadcast(&everybody_ready);
    }
    while (ready < clients) pthread_cond_wait(&everybody_ready, &lock);
    pthread_mutex_unlock(&lock);
}

/// The last to arrive stays.
static void finish_one(void) {
    pthread_mutex_lock(&lock);
    finish = wall();
    finish_cpu = cpu();
    pthread_mutex_unlock(&lock);
}

static void *client(void *unused) {
    (void)unused;
    PGconn *connection = work_connect();
    if (work->open != NULL) work->open(connection);
    work->perform(connection, work->warm_up);
    if (work->reset != NULL) work->reset(connection);
    start_together();
    work->perform(connection, amount);
    finish_one();
    if (work->check != NULL) work->check(connection, amount);
    PQfinish(connection);
    return NULL;
}

static void measure(void) {
    pthread_t *threads = malloc((size_t)clients * sizeof *threads);
    if (threads == NULL) fail("out of memory");
    for (long index = 0; index < clients; index++)
        if (pthread_create(&threads[index], NULL, client, NULL) != 0) fail("cannot create a thread");
    for (long index = 0; index < clients; index++) pthread_join(threads[index], NULL);
    free(threads);
    long peak = kib("/proc/self/status", "VmHWM:");
    printf("%ld %.6f %.6f %ld\n", clients * amount, finish - start, finish_cpu - start_cpu, peak);
}

static void idle_transaction(PGconn *connection) {
    work_run(connection, "begin");
    work_run(connection, "select 1");
    work_run(connection, "commit");
}

/// Beyond what one connection needs already: that is the library's own.
static void idle(void) {
    idle_transaction(work_connect());
    start = wall();
    start_cpu = cpu();
    long before = kib("/proc/self/smaps_rollup", "Pss:");
    for (long index = 0; index < clients; index++) idle_transaction(work_connect());
    long after = kib("/proc/self/smaps_rollup", "Pss:");
    printf("%ld %.6f %.6f %ld\n", clients, wall() - start, cpu() - start_cpu, after - before);
}

int main(int count, char **arguments) {
    if (count != 5) fail("usage: postgres-floor CASE CLIENTS AMOUNT URI");
    clients = atol(arguments[2]);
    amount = atol(arguments[3]);
    work_uri = arguments[4];
    if (clients < 1) fail("at least one client");
    if (strcmp(arguments[1], "idle") == 0) {
        idle();
        return 0;
    }
    for (work = works; work->name != NULL; work++) {
        if (strcmp(work->name, arguments[1]) == 0) {
            measure();
            return 0;
        }
    }
    fail("there is no case %s", arguments[1]);
}
