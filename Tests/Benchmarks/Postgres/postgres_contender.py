"""psycopg 3 at the work of `benchmarks contender`: binary, prepared, a thread a client as its documentation does.

python3 postgres_contender.py CASE CLIENTS AMOUNT URI
prints `operations seconds cpu_seconds peak_kib`, and exits with 1 when an answer was wrong.

Several clients share the interpreter's lock: what they gain is the waiting for the server, not the decoding.
"""

import sys
import threading
import time
from datetime import datetime, timedelta, timezone

import psycopg

PIPELINE = 100
PEOPLE = 1000
FIRST_NUMBER = 100_000  # beyond int2, so that psycopg sends every one as int4
EPOCH = datetime(2000, 1, 1, tzinfo=timezone.utc)
COLUMNS = "id, points, score, seen, active, name"
POINT = "select %b::int4"
STREAM = """
    select i, i * 1000003::int8, i * 0.5::float8, to_timestamp(946684800 + i), i %% 3 = 0,
        case when i %% 2 = 0 then 'Siti ' || i else 'Siti Rahmawati Nasution ' || i end
    from (select generate_series(1, %b::int4)) as series (i)
"""


def require(is_right, words):
    if not is_right:
        raise AssertionError(words)


def person(number):
    name = f"Siti {number}" if number % 2 == 0 else f"Siti Rahmawati Nasution {number}"
    seen = EPOCH + timedelta(seconds=number)
    return (number, number * 1000003, number * 0.5, seen, number % 3 == 0, name)


class Work:
    """One case on one connection; `amount` operations, or rows, are performed."""

    warm_up = 200

    def __init__(self, connection):
        self.connection = connection
        self.cursor = connection.cursor(binary=True)
        self.open()

    def open(self):
        pass

    def reset(self):
        pass

    def check(self, amount):
        pass


class Point(Work):
    def open(self):
        self.connection.execute("begin")

    def perform(self, amount):
        cursor = self.cursor
        for number in range(FIRST_NUMBER, FIRST_NUMBER + amount):
            (answer,) = cursor.execute(POINT, (number,), prepare=True).fetchone()
            require(answer == number, f"{number} was answered wrongly")


class Transaction(Work):
    def perform(self, amount):
        connection, cursor = self.connection, self.cursor
        for number in range(FIRST_NUMBER, FIRST_NUMBER + amount):
            # One message of two statements: faster here than a pipeline.
            connection.execute("begin isolation level read committed; set local statement_timeout = 30000")
            (answer,) = cursor.execute(POINT, (number,), prepare=True).fetchone()
            connection.execute("commit")
            require(answer == number, f"{number} was answered wrongly")


def results(cursor):
    if hasattr(cursor, "results"):  # psycopg 3.3; the faster way
        yield from cursor.results()
        return
    yield cursor
    while cursor.nextset():
        yield cursor


class Pipeline(Work):
    warm_up = 20

    def open(self):
        self.connection.execute("begin")

    def perform(self, amount):
        cursor = self.cursor
        for first in range(FIRST_NUMBER, FIRST_NUMBER + amount * PIPELINE, PIPELINE):
            numbers = range(first, first + PIPELINE)
            # It is a pipeline where libpq has them.
            cursor.executemany(POINT, [(number,) for number in numbers], returning=True)
            answers = [answer.fetchone()[0] for answer in results(cursor)]
            require(answers == list(numbers), f"{first} and on were answered wrongly")


class Fetch(Work):
    warm_up = 20
    text = f"select {COLUMNS} from bench_person limit %b::int8"

    def open(self):
        self.connection.execute("begin")
        everybody = self.cursor.execute(self.text, (PEOPLE,)).fetchall()
        require(sorted(everybody) == [person(number) for number in range(1, PEOPLE + 1)], "wrong people")

    def perform(self, amount):
        for _ in range(amount):
            people = self.cursor.execute(self.text, (PEOPLE,), prepare=True).fetchall()
            total = sum(row[0] for row in people)
            require(len(people) == PEOPLE and total == PEOPLE * (PEOPLE + 1) // 2, "wrong people")


class Stream(Work):
    warm_up = 1000

    def open(self):
        # From libpq 17 on psycopg takes rows by chunks, three times as fast; its wheels bring such a libpq.
        has_chunks = hasattr(psycopg, "capabilities") and psycopg.capabilities.has_stream_chunked()
        self.options = {"size": 1000} if has_chunks else {}

    def perform(self, amount):
        rows = total = 0
        last = None
        for row in self.cursor.stream(STREAM, (amount,), binary=True, **self.options):
            rows += 1
            total += row[0]
            last = row
        is_right = rows == amount and total == amount * (amount + 1) // 2 and last == person(amount)
        require(is_right, f"{rows} wrong rows")


class CopyIn(Work):
    warm_up = 1000

    def open(self):
        self.reset()

    def reset(self):
        self.connection.execute("truncate bench_copy")

    def perform(self, amount):
        people = [person(index)[1:] for index in range(PEOPLE)]
        self.connection.execute("begin")
        with self.cursor.copy(f"copy bench_copy ({COLUMNS}) from stdin (format binary)") as copy:
            copy.set_types(["int4", "int8", "float8", "timestamptz", "bool", "text"])
            for number in range(1, amount + 1):
                copy.write_row((number, *people[number % PEOPLE]))
        self.connection.execute("commit")

    def check(self, amount):
        text = "select count(*), sum(id), sum(points)::int8, sum(length(name)) from bench_copy"
        people = [person(number % PEOPLE) for number in range(1, amount + 1)]
        points, letters = sum(row[1] for row in people), sum(len(row[5]) for row in people)
        expected = (amount, amount * (amount + 1) // 2, points, letters)
        require(self.connection.execute(text).fetchone() == expected, "the rows were copied wrongly")
        self.reset()


class Connect(Work):
    warm_up = 10
    uri = ""

    def perform(self, amount):
        for _ in range(amount):
            with psycopg.connect(self.uri, autocommit=True) as connection:
                # As in a transaction.
                connection.execute("begin isolation level read committed; set local statement_timeout = 30000")
                require(connection.execute("select 1").fetchone() == (1,), "1 was answered wrongly")
                connection.execute("commit")


WORKS = {
    "point": Point,
    "transaction": Transaction,
    "pipeline": Pipeline,
    "fetch": Fetch,
    "stream": Stream,
    "copyin": CopyIn,
    "connect": Connect,
}


class Race:
    """The clients start together; the clock runs from then until the last has finished."""

    def __init__(self, make, clients, amount, uri):
        self.make, self.amount, self.uri = make, amount, uri
        self.clients = [threading.Thread(target=self.client) for _ in range(clients)]
        self.line = threading.Barrier(clients, action=self.start_clock)
        self.lock = threading.Lock()
        self.failure = None

    def start_clock(self):
        self.cpu = time.process_time()
        self.start = time.monotonic()

    def client(self):
        try:
            with psycopg.connect(self.uri, autocommit=True) as connection:
                work = self.make(connection)
                work.perform(work.warm_up)
                work.reset()
                self.line.wait()
                work.perform(self.amount)
                with self.lock:
                    self.seconds = time.monotonic() - self.start
                    self.cpu_seconds = time.process_time() - self.cpu
                    # Before the checks, which hold rows of their own.
                    self.peak = peak_kib()
                work.check(self.amount)
        except threading.BrokenBarrierError:
            pass
        except Exception as error:
            self.failure = error
            self.line.abort()

    def run(self):
        for client in self.clients:
            client.start()
        for client in self.clients:
            client.join()
        if self.failure is not None:
            sys.exit(f"postgres_contender: {type(self.failure).__name__}: {self.failure}")
        operations = len(self.clients) * self.amount
        print(f"{operations} {self.seconds:.6f} {self.cpu_seconds:.6f} {self.peak}")


def peak_kib():
    """Not `ru_maxrss`: that one remembers the program which started this."""
    with open("/proc/self/status", encoding="ascii") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM:"))


def main():
    if len(sys.argv) != 5 or sys.argv[1] not in WORKS:
        sys.exit(f"usage: postgres_contender.py {{{','.join(WORKS)}}} CLIENTS AMOUNT URI")
    case, clients, amount, uri = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
    Connect.uri = uri
    Race(WORKS[case], clients, amount, uri).run()


main()
