/* The worker's own statements over jobs that do nothing, two round trips for each batch. */

#include "jobs.h"

#include <sched.h>
#include <stdlib.h>
#include <string.h>

#include "failure.h"
#include "work.h"

static const char *const claim_scope[] = {
    "begin", "set local role medan_worker", "set local search_path = medan, pg_temp"};
static const char *const agency_scope[] = {
    "begin", "set local role medan_pool", "set local search_path = medan, pg_temp"};

static void prepare(PGconn *connection, const char *name, const char *text) {
    PGresult *result = PQprepare(connection, name, text, 0, NULL);
    if (PQresultStatus(result) != PGRES_COMMAND_OK) fail("%s: %s", name, PQerrorMessage(connection));
    PQclear(result);
}

void jobs_open(PGconn *connection) {
    work_run(connection, "set search_path = medan, pg_temp; set role medan_worker");
    prepare(connection, "claim",
            "select agency_id, array_agg(job_id), array_agg(attempt), count(*)"
            " from claim_jobs(pg_backend_pid(), array['noop'], array[500], array[120.0]) group by agency_id");
    prepare(connection, "waiting", "select exists (select from job where worker_id is null)");
    prepare(connection, "agency", "select set_config('mutasi.agency', $1::integer::text, true)");
    work_run(connection, "set role medan_pool");
    prepare(connection, "payloads",
            "select job_id, payload from job where agency_id = $1 and job_id = any ($2::bigint[])");
    prepare(connection, "finish",
            "select finish_jobs($1::integer, pg_backend_pid(), $2::bigint[], $3::integer[],"
            " array_fill('done'::text, array[cardinality($2::bigint[])]),"
            " array_fill(0::float8, array[cardinality($2::bigint[])]),"
            " array_fill(null::text, array[cardinality($2::bigint[])]))");
    work_run(connection, "reset role");
}

static void send_scope(PGconn *connection, const char *const *scope) {
    for (int index = 0; index < 3; index++)
        if (!PQsendQueryParams(connection, scope[index], 0, NULL, NULL, NULL, NULL, 0))
            fail("cannot send: %s", PQerrorMessage(connection));
}

static void send_prepared(PGconn *connection, const char *name, int count, const char *const *values) {
    if (!PQsendQueryPrepared(connection, name, count, values, NULL, NULL, 0))
        fail("cannot send: %s", PQerrorMessage(connection));
}

/// The results of `count` statements and of the end of the pipeline; the one of `wanted` is kept.
static PGresult *read_pipeline(PGconn *connection, int count, int wanted) {
    PGresult *kept = NULL;
    for (int index = 0; index < count; index++) {
        PGresult *result = PQgetResult(connection);
        ExecStatusType status = PQresultStatus(result);
        if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK)
            fail("statement %d: %s", index, PQresultErrorMessage(result));
        if (index == wanted)
            kept = result;
        else
            PQclear(result);
        if (PQgetResult(connection) != NULL) fail("a second result");
    }
    PGresult *end = PQgetResult(connection);
    if (PQresultStatus(end) != PGRES_PIPELINE_SYNC) fail("the pipeline did not end");
    PQclear(end);
    return kept;
}

static PGresult *claim(PGconn *connection, const char *statement) {
    send_scope(connection, claim_scope);
    send_prepared(connection, statement, 0, NULL);
    PQsendQueryParams(connection, "commit", 0, NULL, NULL, NULL, NULL, 0);
    PQpipelineSync(connection);
    return read_pipeline(connection, 5, 3);
}

static void finish(PGconn *connection, PGresult *batch) {
    const char *values[] = {PQgetvalue(batch, 0, 0), PQgetvalue(batch, 0, 1), PQgetvalue(batch, 0, 2)};
    send_scope(connection, agency_scope);
    send_prepared(connection, "agency", 1, values);
    send_prepared(connection, "payloads", 2, values);
    send_prepared(connection, "finish", 3, values);
    PQsendQueryParams(connection, "commit", 0, NULL, NULL, NULL, NULL, 0);
    PQpipelineSync(connection);
    PGresult *payloads = read_pipeline(connection, 7, 4);
    if (PQntuples(payloads) != atoi(PQgetvalue(batch, 0, 3))) fail("payloads are missing");
    PQclear(payloads);
}

void jobs(PGconn *connection, long amount) {
    if (amount == 0) return;
    if (!PQenterPipelineMode(connection)) fail("no pipeline");
    while (1) {
        PGresult *batch = claim(connection, "claim");
        if (PQntuples(batch) == 1) {
            finish(connection, batch);
        } else {
            // Others may just be at it.
            PGresult *waiting = claim(connection, "waiting");
            int is_empty = strcmp(PQgetvalue(waiting, 0, 0), "f") == 0;
            PQclear(waiting);
            if (is_empty) {
                PQclear(batch);
                break;
            }
            sched_yield();
        }
        PQclear(batch);
    }
    if (!PQexitPipelineMode(connection)) fail("the pipeline did not end");
}

void jobs_check(PGconn *connection, long amount) {
    (void)amount;
    work_run(connection, "set role medan_worker");
    PGresult *result = PQexec(connection, "select count(*) from job where worker_id is null");
    if (PQresultStatus(result) != PGRES_TUPLES_OK) fail("%s", PQerrorMessage(connection));
    if (strcmp(PQgetvalue(result, 0, 0), "0") != 0) fail("jobs still wait");
    PQclear(result);
}
