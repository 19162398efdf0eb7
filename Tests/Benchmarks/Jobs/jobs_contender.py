"""The other PostgreSQL job queues at the work of the jobs benchmark, each at the best settings it offers.

python jobs_contender.py {procrastinate,pgqueuer,oban} URI
reads a command a line, as JSON, and answers each with a line of JSON:
    {"do": "prepare"}                                  {}
    {"do": "enqueue", "jobs": 20000}                   {"seconds": 0.5}
    {"do": "enqueue_one", "jobs": 1000}                {"seconds": 0.5}
    {"do": "drain", "jobs": 20000, "processes": 2}     {"seconds": 0.5}
    {"do": "latency", "jobs": 500, "per_second": 50}   {"p50": 5.0, "p99": 10.0}
Whatever fails is answered with {"error": "..."} and ends it with 1.

The jobs do nothing but count themselves. A command fails unless every job ran once and is finished in the database.
"""

import asyncio
import importlib
import json
import logging
import multiprocessing
import sys
import time
from contextlib import asynccontextmanager

WARM_UP = 20  # latencies which do not count
PATIENCE = 30  # seconds without a job finished, or for workers to stop
GLANCE = 0.002  # seconds between two looks at the counters
NO_OP = -1  # the number of a job whose start does not matter


class Procrastinate:
    """Jobs are kept as `succeeded`, its default, and fetched one by one: it has no batch."""

    packages = ("procrastinate", "psycopg", "psycopg_pool", "uvloop")
    waiting = "select count(*) from procrastinate_jobs where status in ('todo', 'doing')"
    finished = "select count(*) from procrastinate_jobs where status = 'succeeded'"

    BULK = 1000  # jobs a statement; clearly faster than 100
    CONCURRENCY = 10  # it fetches one job after another; from 5 on nothing is gained but a busier pool
    CONNECTIONS = 10  # one for each job under way

    def __init__(self, uri, started):
        import procrastinate

        # It warns of an application made in the main module; its one task has a name of its own.
        logging.getLogger("procrastinate").setLevel(logging.ERROR)
        self.uri = uri
        self.app = procrastinate.App(connector=procrastinate.PsycopgConnector(conninfo=uri))

        @self.app.task(name="job")
        async def job(number):
            started(number)

        self.job = job

    @asynccontextmanager
    async def opened(self):
        from psycopg_pool import AsyncConnectionPool

        async def configure(connection):
            await connection.set_autocommit(True)

        # A pool of one's own, as it allows: the one it makes tests the connection and opens and commits a
        # transaction for every statement; without these it is mostly faster by a half.
        size = self.CONNECTIONS
        pool = AsyncConnectionPool(self.uri, min_size=size, max_size=size, configure=configure, open=False)
        async with pool:
            await pool.wait()
            await self.app.connector.open_async(pool)
            yield self

    async def prepare(self):
        await self.app.schema_manager.apply_schema_async()

    async def enqueue(self, jobs):
        for size in pieces(jobs, self.BULK):
            await self.job.batch_defer_async(*({"number": NO_OP} for _ in range(size)))

    async def enqueue_one(self, number):
        await self.job.defer_async(number=number)

    async def work(self, stopped):
        running = asyncio.create_task(
            self.app.run_worker_async(concurrency=self.CONCURRENCY, install_signal_handlers=False)
        )
        await either(running, stopped)
        running.cancel()
        await asyncio.wait([running])


class PgQueuer:
    """Finished jobs move from the queue to its log, its only way; all its tables are logged, its default."""

    packages = ("pgqueuer", "asyncpg", "psycopg", "uvloop")
    waiting = "select count(*) from pgqueuer"
    finished = "select count(*) from pgqueuer_log where status = 'successful'"

    BULK = 5000  # jobs a statement; no faster than 1,000 or 20,000
    BATCH = 500  # jobs claimed, and finished, a statement: over twice as fast as its default of 10; 1,000 gain nothing
    CONNECTIONS = 4  # the listener's, the claims', and those which finish meanwhile

    def __init__(self, uri, started):
        self.uri, self.started = uri, started

    @asynccontextmanager
    async def opened(self):
        import asyncpg
        import pgqueuer

        async with asyncpg.create_pool(self.uri, min_size=self.CONNECTIONS, max_size=self.CONNECTIONS) as pool:
            self.queue = pgqueuer.PgQueuer.from_asyncpg_pool(pool)

            @self.queue.entrypoint("job")
            async def job(job):
                self.started(int(job.payload))

            yield self

    async def prepare(self):
        await self.queue.queries.install()

    async def enqueue(self, jobs):
        for size in pieces(jobs, self.BULK):
            await self.queue.queries.enqueue(["job"] * size, [b"%d" % NO_OP] * size, [0] * size)

    async def enqueue_one(self, number):
        await self.queue.queries.enqueue("job", b"%d" % number)

    async def work(self, stopped):
        running = asyncio.create_task(self.queue.run(batch_size=self.BATCH))
        await either(running, stopped)
        self.queue.shutdown.set()
        await running


class Oban:
    """Jobs are kept as `completed`, its default; a worker acknowledges them one by one in one transaction."""

    packages = ("oban", "psycopg", "uvloop")
    waiting = "select count(*) from oban_jobs where state in ('available', 'executing')"
    finished = "select count(*) from oban_jobs where state = 'completed'"

    BULK = 5000  # jobs a transaction; each is a statement of its own, so that any size is as fast
    LIMIT = 1000  # jobs claimed, and running, together: a little faster than 50 or 200
    CONNECTIONS = 4  # its producer uses one at a time; the others are for its stager and its leader

    def __init__(self, uri, started):
        import oban

        self.uri = uri

        @oban.worker(queue="default")
        class Work:
            async def process(self, job):
                started(job.args["number"])

        self.job = Work

    @asynccontextmanager
    async def opened(self):
        import oban

        pool = await oban.Oban.create_pool(self.uri, min_size=self.CONNECTIONS, max_size=self.CONNECTIONS)
        async with pool:
            await pool.wait()
            self.pool, self.client = pool, oban.Oban(pool=pool)
            yield self

    async def prepare(self):
        from oban import schema

        await schema.install(self.pool)

    async def enqueue(self, jobs):
        for size in pieces(jobs, self.BULK):
            await self.client.enqueue_many(self.job.new({"number": NO_OP}) for _ in range(size))

    async def enqueue_one(self, number):
        await self.client.enqueue(self.job.new({"number": number}))

    async def work(self, stopped):
        import oban

        async with oban.Oban(pool=self.pool, queues={"default": self.LIMIT}):
            await stopped.wait()


PEERS = {"procrastinate": Procrastinate, "pgqueuer": PgQueuer, "oban": Oban}


def require(is_right, words):
    if not is_right:
        raise AssertionError(words)


def pieces(jobs, size):
    return [min(size, jobs - first) for first in range(0, jobs, size)]


async def either(task, event):
    waiting = asyncio.create_task(event.wait())
    await asyncio.wait([task, waiting], return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    if task.done():
        task.result()
        raise AssertionError("the worker stopped by itself")


def client(make, uri, work):
    """Performs `work` with an open peer that runs no jobs."""
    import uvloop

    async def main():
        async with make(uri, lambda number: None).opened() as peer:
            return await work(peer)

    return uvloop.run(main())


class Workers:
    """Processes that are ready when the block begins and work from `start` on until the block ends."""

    def __init__(self, make, uri, processes, numbers=0):
        self.make, self.uri = make, uri
        self.counts = multiprocessing.RawArray("q", processes)
        self.starts = multiprocessing.RawArray("d", numbers)
        self.context = multiprocessing.get_context("fork")
        self.processes, self.pipes = [], []

    def __enter__(self):
        for index in range(len(self.counts)):
            ours, theirs = self.context.Pipe()
            process = self.context.Process(target=self.run, args=(index, ours, theirs), daemon=True)
            process.start()
            theirs.close()
            self.processes.append(process)
            self.pipes.append(ours)
        for pipe in self.pipes:
            require(pipe.poll(PATIENCE) and self.answer(pipe) == "ready", "a worker did not get ready")
        return self

    @staticmethod
    def answer(pipe):
        try:
            return pipe.recv()
        except EOFError:
            return None

    def run(self, index, ours, theirs):
        import uvloop

        ours.close()
        counts, starts = self.counts, self.starts

        def started(number):
            counts[index] += 1
            if number != NO_OP:
                starts[number] = time.monotonic()

        async def main():
            async with self.make(self.uri, started).opened() as peer:
                theirs.send("ready")
                if self.answer(theirs) is None:
                    return
                loop, stopped = asyncio.get_running_loop(), asyncio.Event()

                def stop():
                    loop.remove_reader(theirs)
                    stopped.set()

                # The parent says no more: it closes the pipe, or it is gone.
                loop.add_reader(theirs, stop)
                await peer.work(stopped)

        uvloop.run(main())

    def start(self):
        for pipe in self.pipes:
            pipe.send("go")

    def count(self):
        return sum(self.counts)

    def watch(self):
        require(all(process.is_alive() for process in self.processes), "a worker stopped by itself")

    def wait(self, is_done):
        last, since = None, time.monotonic()
        while not is_done():
            self.watch()
            now = time.monotonic()
            if self.count() != last:
                last, since = self.count(), now
            require(now - since < PATIENCE, f"no job finished for {PATIENCE} seconds after {last}")
            time.sleep(GLANCE)

    def __exit__(self, kind, error, trace):
        for pipe in self.pipes:
            pipe.close()
        for process in self.processes:
            process.join(PATIENCE)
        stuck = [process for process in self.processes if process.is_alive()]
        for process in stuck:
            process.kill()
            process.join()
        failed = [process for process in self.processes if process.exitcode != 0]
        require(kind is not None or not failed, "a worker failed or did not stop")


class Contender:
    def __init__(self, make, uri):
        import psycopg

        self.make, self.uri = make, uri
        self.connection = psycopg.connect(uri, autocommit=True)

    def ask(self, text):
        return self.connection.execute(text).fetchone()[0]

    def client(self, work):
        return client(self.make, self.uri, work)

    def expect(self, waiting, finished):
        found = (self.ask(self.make.waiting), self.ask(self.make.finished))
        require(found == (waiting, finished), f"waiting and finished are {found}, not {(waiting, finished)}")

    def prepare(self):
        self.client(lambda peer: peer.prepare())
        return {}

    def timed_enqueue(self, jobs, enqueue):
        waiting, finished = self.ask(self.make.waiting), self.ask(self.make.finished)

        async def work(peer):
            start = time.monotonic()
            await enqueue(peer)
            return time.monotonic() - start

        seconds = self.client(work)
        self.expect(waiting + jobs, finished)
        return {"seconds": seconds}

    def enqueue(self, jobs):
        return self.timed_enqueue(jobs, lambda peer: peer.enqueue(jobs))

    def enqueue_one(self, jobs):
        async def enqueue(peer):
            for _ in range(jobs):
                await peer.enqueue_one(NO_OP)

        return self.timed_enqueue(jobs, enqueue)

    def drain(self, jobs, processes):
        finished = self.ask(self.make.finished)
        self.expect(jobs, finished)
        # As autovacuum would have done before long; none should come in between.
        self.connection.execute("vacuum analyze")
        with Workers(self.make, self.uri, processes) as workers:
            start = time.monotonic()
            workers.start()
            workers.wait(lambda: workers.count() >= jobs)
            workers.wait(lambda: self.ask(self.make.waiting) == 0)
            seconds = time.monotonic() - start
        require(workers.count() == jobs, f"{workers.count()} jobs ran, not {jobs}")
        self.expect(0, finished + jobs)
        return {"seconds": seconds}

    def latency(self, jobs, per_second):
        finished = self.ask(self.make.finished)
        self.expect(0, finished)
        total = WARM_UP + jobs
        sent = [0.0] * total

        with Workers(self.make, self.uri, 1, total) as workers:

            async def send(peer):
                first = time.monotonic()
                for number in range(total):
                    await asyncio.sleep(first + number / per_second - time.monotonic())
                    workers.watch()
                    sent[number] = time.monotonic()
                    await peer.enqueue_one(number)

            workers.start()
            # The first finds the worker listening.
            self.client(lambda peer: peer.enqueue_one(NO_OP))
            workers.wait(lambda: workers.count() >= 1)
            self.client(send)
            workers.wait(lambda: self.ask(self.make.waiting) == 0)
        require(workers.count() == total + 1, f"{workers.count()} jobs ran, not {total + 1}")
        require(all(workers.starts), "some jobs have not started")
        self.expect(0, finished + total + 1)
        waits = sorted((workers.starts[number] - sent[number]) * 1000 for number in range(WARM_UP, total))
        return {"p50": waits[jobs // 2], "p99": waits[min(jobs * 99 // 100, jobs - 1)]}


COMMANDS = {
    "prepare": Contender.prepare,
    "enqueue": Contender.enqueue,
    "enqueue_one": Contender.enqueue_one,
    "drain": Contender.drain,
    "latency": Contender.latency,
}


def answer(**values):
    print(json.dumps(values), flush=True)


def main():
    if len(sys.argv) != 3 or sys.argv[1] not in PEERS:
        sys.exit(f"usage: jobs_contender.py {{{','.join(PEERS)}}} URI")
    make, uri = PEERS[sys.argv[1]], sys.argv[2]
    try:
        for package in make.packages:
            importlib.import_module(package)
        contender = Contender(make, uri)
        for line in sys.stdin:
            command = json.loads(line)
            require(command.get("do") in COMMANDS, f"no such command: {line.strip()}")
            answer(**COMMANDS[command.pop("do")](contender, **command))
    except Exception as error:
        answer(error=f"{type(error).__name__}: {error}")
        sys.exit(1)


if __name__ == "__main__":
    main()
