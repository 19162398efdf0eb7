#include "person.h"

#include <endian.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "failure.h"

Person person_of(int32_t number) {
    Person person = {
        .id = number,
        .points = number * INT64_C(1000003),
        .score = number * 0.5,
        .seen = number * INT64_C(1000000),
        .active = number % 3 == 0,
        .name = malloc(64),
    };
    if (person.name == NULL) fail("out of memory");
    const char *format = number % 2 == 0 ? "Siti %d" : "Siti Rahmawati Nasution %d";
    person.name_length = (size_t)snprintf(person.name, 64, format, (int)number);
    return person;
}

/// A column of `length` bytes, of any if negative.
static const char *column(const PGresult *result, int row, int position, int length) {
    if (PQgetisnull(result, row, position)) fail("column %d is null", position + 1);
    if (length >= 0 && PQgetlength(result, row, position) != length) fail("column %d is of a wrong type", position + 1);
    return PQgetvalue(result, row, position);
}

static uint32_t read32(const char *bytes) {
    uint32_t value;
    memcpy(&value, bytes, sizeof value);
    return be32toh(value);
}

static uint64_t read64(const char *bytes) {
    uint64_t value;
    memcpy(&value, bytes, sizeof value);
    return be64toh(value);
}

Person person_in(const PGresult *result, int row) {
    Person person = {
        .id = (int32_t)read32(column(result, row, 0, 4)),
        .points = (int64_t)read64(column(result, row, 1, 8)),
        .seen = (int64_t)read64(column(result, row, 3, 8)),
        .active = *column(result, row, 4, 1) != 0,
        .name_length = (size_t)PQgetlength(result, row, 5),
    };
    uint64_t score = read64(column(result, row, 2, 8));
    memcpy(&person.score, &score, sizeof score);
    person.name = malloc(person.name_length + 1);
    if (person.name == NULL) fail("out of memory");
    memcpy(person.name, column(result, row, 5, -1), person.name_length);
    person.name[person.name_length] = 0;
    return person;
}

int64_t person_sum(const Person *person) {
    return person->id + person->points + (int64_t)person->score + person->seen + person->active +
           (int64_t)person->name_length;
}

static char *write16(char *end, uint16_t value) {
    value = htobe16(value);
    memcpy(end, &value, sizeof value);
    return end + sizeof value;
}

static char *write32(char *end, uint32_t value) {
    value = htobe32(value);
    memcpy(end, &value, sizeof value);
    return end + sizeof value;
}

static char *write64(char *end, uint64_t value) {
    value = htobe64(value);
    memcpy(end, &value, sizeof value);
    return end + sizeof value;
}

char *person_write(const Person *person, char *end) {
    uint64_t score;
    memcpy(&score, &person->score, sizeof score);
    end = write16(end, 6);
    end = write32(write32(end, 4), (uint32_t)person->id);
    end = write64(write32(end, 8), (uint64_t)person->points);
    end = write64(write32(end, 8), score);
    end = write64(write32(end, 8), (uint64_t)person->seen);
    end = write32(end, 1);
    *end++ = person->active;
    end = write32(end, (uint32_t)person->name_length);
    memcpy(end, person->name, person->name_length);
    return end + person->name_length;
}
