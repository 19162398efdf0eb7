#include "work.h"

#include <endian.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "failure.h"
#include "jobs.h"
#include "person.h"

enum { PIPELINE = 100, PEOPLE = 1000, FIRST_NUMBER = 100000, BLOCK = 1 << 16, BINARY = 1 };

const char *work_uri;

PGconn *work_connect(void) {
    PGconn *connection = PQconnectdb(work_uri);
    if (PQstatus(connection) != CONNECTION_OK) fail("cannot connect: %s", PQerrorMessage(connection));
    return connection;
}

static PGresult *expect(PGconn *connection, PGresult *result, ExecStatusType status) {
    if (PQresultStatus(result) != status)
        fail("unexpected %s: %s", PQresStatus(PQresultStatus(result)), PQerrorMessage(connection));
    return result;
}

void work_run(PGconn *connection, const char *statement) {
    PGresult *result = PQexec(connection, statement);
    if (PQresultStatus(result) != PGRES_TUPLES_OK) expect(connection, result, PGRES_COMMAND_OK);
    PQclear(result);
}

static void prepare(PGconn *connection, const char *name, const char *text) {
    PQclear(expect(connection, PQprepare(connection, name, text, 0, NULL), PGRES_COMMAND_OK));
}

static int32_t number_in(PGconn *connection, PGresult *result) {
    expect(connection, result, PGRES_TUPLES_OK);
    if (PQntuples(result) != 1 || PQgetlength(result, 0, 0) != 4) fail("not one int4");
    uint32_t wire;
    memcpy(&wire, PQgetvalue(result, 0, 0), sizeof wire);
    return (int32_t)be32toh(wire);
}

static void send_point(PGconn *connection, int32_t number) {
    uint32_t wire = htobe32((uint32_t)number);
    const char *values[] = {(const char *)&wire};
    if (!PQsendQueryPrepared(connection, "point", 1, values, (int[]){sizeof wire}, (int[]){BINARY}, BINARY))
        fail("cannot send: %s", PQerrorMessage(connection));
}

static void send_statement(PGconn *connection, const char *text) {
    if (!PQsendQueryParams(connection, text, 0, NULL, NULL, NULL, NULL, BINARY))
        fail("cannot send: %s", PQerrorMessage(connection));
}

// point

static void point_open(PGconn *connection) {
    prepare(connection, "point", "select $1::int4");
    work_run(connection, "begin");
}

static void point(PGconn *connection, long amount) {
    for (int32_t number = FIRST_NUMBER; number < FIRST_NUMBER + amount; number++) {
        uint32_t wire = htobe32((uint32_t)number);
        const char *values[] = {(const char *)&wire};
        PGresult *result =
            PQexecPrepared(connection, "point", 1, values, (int[]){sizeof wire}, (int[]){BINARY}, BINARY);
        if (number_in(connection, result) != number) fail("%d was answered wrongly", number);
        PQclear(result);
    }
}

// transaction

static void transaction_open(PGconn *connection) { prepare(connection, "point", "select $1::int4"); }

static void transaction(PGconn *connection, long amount) {
    for (int32_t number = FIRST_NUMBER; number < FIRST_NUMBER + amount; number++) {
        PQenterPipelineMode(connection);
        send_statement(connection, "begin isolation level read committed");
        send_statement(connection, "set local statement_timeout = 30000");
        send_point(connection, number);
        PQpipelineSync(connection);
        for (int statement = 0; statement < 3; statement++) {
            PGresult *result = PQgetResult(connection);
            if (statement < 2) expect(connection, result, PGRES_COMMAND_OK);
            else if (number_in(connection, result) != number) fail("%d was answered wrongly", number);
            PQclear(result);
            if (PQgetResult(connection) != NULL) fail("a second result");
        }
        PQclear(expect(connection, PQgetResult(connection), PGRES_PIPELINE_SYNC));
        if (!PQexitPipelineMode(connection)) fail("the pipeline did not end");
        work_run(connection, "commit");
    }
}

// pipeline: an operation is a whole one

static void pipeline_open(PGconn *connection) {
    point_open(connection);
    PQenterPipelineMode(connection);
}

static void pipeline(PGconn *connection, long amount) {
    int32_t number = FIRST_NUMBER;
    for (long operation = 0; operation < amount; operation++, number += PIPELINE) {
        int32_t answers[PIPELINE];
        for (int index = 0; index < PIPELINE; index++) send_point(connection, number + index);
        PQpipelineSync(connection);
        for (int index = 0; index < PIPELINE; index++) {
            PGresult *result = PQgetResult(connection);
            answers[index] = number_in(connection, result);
            PQclear(result);
            if (PQgetResult(connection) != NULL) fail("a second result");
        }
        PQclear(expect(connection, PQgetResult(connection), PGRES_PIPELINE_SYNC));
        for (int index = 0; index < PIPELINE; index++)
            if (answers[index] != number + index) fail("%d was answered wrongly", number + index);
    }
}

// fetch: an operation is 1000 rows

static void fetch_open(PGconn *connection) {
    prepare(connection, "fetch", "select " PERSON_COLUMNS " from bench_person limit $1::int8");
    work_run(connection, "begin");
}

static void fetch(PGconn *connection, long amount) {
    int64_t expected = 0;
    for (int32_t number = 1; number <= PEOPLE; number++) {
        Person person = person_of(number);
        expected += person_sum(&person);
        free(person.name);
    }
    uint64_t limit = htobe64(PEOPLE);
    const char *values[] = {(const char *)&limit};
    for (long operation = 0; operation < amount; operation++) {
        PGresult *result =
            PQexecPrepared(connection, "fetch", 1, values, (int[]){sizeof limit}, (int[]){BINARY}, BINARY);
        expect(connection, result, PGRES_TUPLES_OK);
        int count = PQntuples(result);
        Person *people = malloc((size_t)count * sizeof *people);
        if (people == NULL) fail("out of memory");
        for (int row = 0; row < count; row++) people[row] = person_in(result, row);
        PQclear(result);
        int64_t sum = 0;
        for (int row = 0; row < count; row++) {
            sum += person_sum(&people[row]);
            free(people[row].name);
        }
        free(people);
        if (count != PEOPLE || sum != expected) fail("%d wrong people", count);
    }
}

// stream: an operation is a row

static void stream(PGconn *connection, long amount) {
    uint32_t wire = htobe32((uint32_t)amount);
    const char *values[] = {(const char *)&wire};
    const char *text =
        "select i, i * 1000003::int8, i * 0.5::float8, to_timestamp(946684800 + i), i % 3 = 0, "
        "case when i % 2 = 0 then 'Siti ' || i else 'Siti Rahmawati Nasution ' || i end "
        "from (select generate_series(1, $1::int4)) as series (i)";
    if (!PQsendQueryParams(connection, text, 1, NULL, values, (int[]){sizeof wire}, (int[]){BINARY}, BINARY) ||
        !PQsetSingleRowMode(connection))
        fail("cannot send: %s", PQerrorMessage(connection));
    int64_t sum = 0;
    long rows = 0;
    PGresult *result;
    while ((result = PQgetResult(connection)) != NULL) {
        if (PQresultStatus(result) == PGRES_SINGLE_TUPLE) {
            Person person = person_in(result, 0);
            sum += person_sum(&person);
            rows++;
            free(person.name);
        } else {
            expect(connection, result, PGRES_TUPLES_OK);
        }
        PQclear(result);
    }
    // The names' digits are the only part that is no closed formula.
    int64_t expected = 0;
    for (int64_t number = 1; number <= amount; number++) {
        int digits = 1;
        for (int64_t rest = number; rest >= 10; rest /= 10) digits++;
        expected += number * 2000004 + number / 2 + (number % 3 == 0) + (number % 2 == 0 ? 5 : 24) + digits;
    }
    if (rows != amount || sum != expected) fail("%ld wrong rows", rows);
}

// copyin: an operation is a row

static void copyin_reset(PGconn *connection) { work_run(connection, "truncate bench_copy"); }

static void copyin(PGconn *connection, long amount) {
    Person people[PEOPLE];
    for (int index = 0; index < PEOPLE; index++) people[index] = person_of(index);
    char *block = malloc(BLOCK + PERSON_BYTES);
    if (block == NULL) fail("out of memory");

    work_run(connection, "begin");
    const char *text = "copy bench_copy (" PERSON_COLUMNS ") from stdin (format binary)";
    PQclear(expect(connection, PQexec(connection, text), PGRES_COPY_IN));
    static const char header[19] = "PGCOPY\n\377\r\n";
    memcpy(block, header, sizeof header);
    char *end = block + sizeof header;
    for (int32_t number = 1; number <= amount; number++) {
        Person person = people[number % PEOPLE];
        person.id = number;
        end = person_write(&person, end);
        if (end - block >= BLOCK) {
            if (PQputCopyData(connection, block, (int)(end - block)) != 1) fail("%s", PQerrorMessage(connection));
            end = block;
        }
    }
    memcpy(end, "\377\377", 2);
    if (PQputCopyData(connection, block, (int)(end + 2 - block)) != 1 || PQputCopyEnd(connection, NULL) != 1)
        fail("%s", PQerrorMessage(connection));
    PGresult *result = expect(connection, PQgetResult(connection), PGRES_COMMAND_OK);
    if (atol(PQcmdTuples(result)) != amount) fail("%s rows were copied", PQcmdTuples(result));
    PQclear(result);
    if (PQgetResult(connection) != NULL) fail("a second result");
    work_run(connection, "commit");

    free(block);
    for (int index = 0; index < PEOPLE; index++) free(people[index].name);
}

static void copyin_check(PGconn *connection, long amount) {
    const char *text = "select count(*), sum(id), sum(points), sum(length(name)) from bench_copy";
    PGresult *result = expect(connection, PQexec(connection, text), PGRES_TUPLES_OK);
    int64_t expected[4] = {amount, (int64_t)amount * (amount + 1) / 2, 0, 0};
    for (int32_t number = 1; number <= amount; number++) {
        Person person = person_of(number % PEOPLE);
        expected[2] += person.points;
        expected[3] += (int64_t)person.name_length;
        free(person.name);
    }
    for (int column = 0; column < 4; column++)
        if (atoll(PQgetvalue(result, 0, column)) != expected[column]) fail("column %d was copied wrongly", column);
    PQclear(result);
    copyin_reset(connection);
}

// connect

static void connects(PGconn *connection, long amount) {
    (void)connection;
    for (long operation = 0; operation < amount; operation++) {
        PGconn *other = work_connect();
        work_run(other, "begin isolation level read committed; set local statement_timeout = 30000");
        PGresult *result = expect(other, PQexec(other, "select 1"), PGRES_TUPLES_OK);
        if (strcmp(PQgetvalue(result, 0, 0), "1") != 0) fail("1 was answered wrongly");
        PQclear(result);
        work_run(other, "commit");
        PQfinish(other);
    }
}

const Work works[] = {
    {"point", 200, point_open, point, NULL, NULL},
    {"transaction", 200, transaction_open, transaction, NULL, NULL},
    {"pipeline", 20, pipeline_open, pipeline, NULL, NULL},
    {"fetch", 20, fetch_open, fetch, NULL, NULL},
    {"stream", 1000, NULL, stream, NULL, NULL},
    {"copyin", 1000, copyin_reset, copyin, copyin_reset, copyin_check},
    {"connect", 10, NULL, connects, NULL, NULL},
    {"jobs", 0, jobs_open, jobs, NULL, jobs_check},
    {NULL, 0, NULL, NULL, NULL, NULL},
};
