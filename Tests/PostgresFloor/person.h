#ifndef PERSON_H
#define PERSON_H

#include <libpq-fe.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// The row of `fetch`, `stream` and `copyin`.
typedef struct {
    int32_t id;
    int64_t points;
    double score;
    /// Microseconds since 2000-01-01 UTC.
    int64_t seen;
    bool active;
    char *name;
    size_t name_length;
} Person;

#define PERSON_COLUMNS "id, points, score, seen, active, name"

/// The person whom the server makes of `number`, too; the name is the caller's to free.
Person person_of(int32_t number);
/// Copies a binary row; the name is the caller's to free.
Person person_in(const PGresult *result, int row);
/// Covers every column, so that none is decoded in vain.
int64_t person_sum(const Person *person);
/// Appends a row of a binary COPY and returns its end; it takes at most PERSON_BYTES.
char *person_write(const Person *person, char *end);
#define PERSON_BYTES 128

#endif
