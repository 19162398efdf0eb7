import CityDatabase
import CityWork
import Jobs
import Personnel
import Postgres
import Synchronization
import TestSupport
import Testing

@Suite("Run of a cycle")
struct CycleRunTests {
    /// All nine cells of the matrix, one person each, and one without a rating, in one of two agencies.
    private func stage(connections: Int = 8, ownRoles: Bool = false) async throws -> (TestCity, CycleRuns, CycleCode) {
        let city = try await TestCity.make(connections: connections, ownRoles: ownRoles)
        let agencies = try await city.add("dinkes", "dlh")
        let runs = CycleRuns(.medan, city.connections)
        let code = try #require(CycleCode("2026-Q3"))
        #expect(try await runs.add(code, CycleCalendar(code)))
        for (offset, agency) in [(0, agencies[0]), (100, agencies[1])] {
            let numbers = (1...10).map { $0 + offset }
            try await city.importLines(
                .people,
                SampleFile.peopleHeader,
                numbers.map { SampleFile.person($0) },
                to: agency
            )
            try await city.importLines(.posts, SampleFile.postsHeader, numbers.map { SampleFile.post($0) }, to: agency)
            let ratings = numbers.prefix(9).enumerated()
                .map { index, number in
                    SampleFile.rating(number, index / 3 + 1, index % 3 + 1)
                }
            try await city.importLines(.ratings, SampleFile.ratingsHeader, ratings, to: agency)
            // The seventh has one assessment of two: not enough for a box, whatever else is known.
            let scores = numbers.prefix(7)
                .map {
                    SampleFile.assessment($0, $0 % 100 == 7 ? "" : "\(50 + $0 % 100 * 6).25", "\(50 + $0 % 100 * 6)")
                }
            try await city.importLines(.assessments, SampleFile.assessmentsHeader, scores, to: agency)
        }
        return (city, runs, code)
    }

    @Test("each cell of the matrix gives its rating, who has none is missing and never zero")
    func ratings() async throws {
        let (city, _, code) = try await stage()
        try await CityWorker(.medan, city.connections).worker(Worker.Options(name: "test")).run(untilIdle: true)
        let cycles = Cycles(city.database)
        let figures = try await cycles.figures(try await cycles.find(code), in: .city)
        #expect(figures.count == 2)
        for (_, figure) in figures {
            #expect(figure.people == 10 && figure.rated == 9 && figure.missing == 1)
            #expect(figure.ratings == [1, 3, 2, 2, 1])
        }
        #expect(
            try await cycles.missing(try await cycles.find(code), in: .city).map(\.nip) == [
                SampleFile.nip(10), SampleFile.nip(110),
            ]
        )
        let table = try await city.psql(
            """
            select c.work_result, c.work_behaviour, s.rating from appraisal_closing c
            join appraisal_score s using (agency_id, cycle_id, employment_id) where agency_id = 1 order by 1, 2
            """
        )
        let expected = RatingMatrix.national.cells.sorted {
            ($0.result.rawValue, $0.behaviour.rawValue) < ($1.result.rawValue, $1.behaviour.rawValue)
        }
        #expect(
            table == expected.map { "\($0.result.rawValue)|\($0.behaviour.rawValue)|\($0.rating.rawValue)\n" }.joined()
        )
    }

    @Test("the box is the nine-box table's, from the known components by their weights; too little known gives no box")
    func boxes() async throws {
        let (city, _, _) = try await stage()
        try await CityWorker(.medan, city.connections).worker(Worker.Options(name: "test")).run(untilIdle: true)
        // Person 1: competency 56.25 × 20, potential 56 × 25, education (S-1) 80 × 10, five years in the post 100 × 10,
        // over 65 = 66.54: medium; result and behaviour above: sangat baik, high: box 7.
        let first = try await city.psql(
            """
            select potential_score, potential_known, performance_level, potential_level, box
            from talent_placement order by agency_id, employment_id limit 1
            """
        )
        #expect(first == "66.54|65|3|2|7\n")
        let boxes = try await city.psql(
            "select distinct performance_level, potential_level, box from talent_placement where box is not null"
        )
        for line in boxes.split(separator: "\n") {
            let row = line.split(separator: "|").compactMap { Int($0) }
            let performance = try #require(TalentLevel(rawValue: row[0]))
            let potential = try #require(TalentLevel(rawValue: row[1]))
            #expect(TalentBox(performance: performance, potential: potential).number == row[2])
        }
        let unplaced = try await city.psql(
            "select count(*), min(potential_known), max(potential_known) from talent_placement where box is null"
        )
        #expect(unplaced == "6|20|45\n")
    }

    @Test("whoever is employed without a post is listed, and the rest goes on")
    func withoutPost() async throws {
        let (city, runs, code) = try await stage()
        let agency = try await Agencies(city.database).list()[0]
        try await city.importLines(.people, SampleFile.peopleHeader, [SampleFile.person(50)], to: agency)
        try await CityWorker(.medan, city.connections).worker(Worker.Options(name: "test")).run(untilIdle: true)
        #expect(try await city.psql("select code from run_failure") == "no_post\n")
        let phases = try await runs.progress(code)
        #expect(phases.map(\.step) == CyclePhase.allCases.map(\.rawValue))
        #expect(phases.allSatisfy { $0.state == .done })
        #expect(phases.map(\.processed) == [20, 20, 20, 18, 18, 20, 20])
        #expect(phases.map(\.failures) == [1, 0, 0, 0, 0, 0, 0])
    }

    @Test("a second run, and a second import of the same ratings, change nothing; another rating comes too late")
    func closed() async throws {
        let (city, _, _) = try await stage()
        try await CityWorker(.medan, city.connections).worker(Worker.Options(name: "test")).run(untilIdle: true)
        let before = try await city.psql(CycleTables.digest)
        try await CityWorker(.medan, city.connections).worker(Worker.Options(name: "test")).run(untilIdle: true)
        let agency = try await Agencies(city.database).list()[0]
        let same = try await city.importLines(
            .ratings,
            SampleFile.ratingsHeader,
            [SampleFile.rating(1, 1, 1)],
            to: agency
        )
        #expect(same.unchanged == 1 && same.rejected == 0)
        let late = try await city.importLines(
            .ratings,
            SampleFile.ratingsHeader,
            [SampleFile.rating(1, 3, 3)],
            to: agency
        )
        #expect(late.rejections.map(\.code) == ["cycle_closed"])
        await #expect(throws: CityError(.cycleClosed)) {
            try await city.database.transaction(as: .agency(agency.id)) { tx in
                try tx.execute(
                    """
                    insert into rating_event (agency_id, cycle_id, employment_id, work_result, work_behaviour)
                    select agency_id, cycle_id, employment_id, 1, 1 from appraisal limit 1
                    """
                )
            }
        }
        #expect(try await city.psql(CycleTables.digest) == before)
    }

    @Test("small chunks and several workers at once give the same rows as one chunk and one worker")
    func chunking() async throws {
        let (city, _, _) = try await stage()
        city.connections.close()
        let whole = try await TestCity.make(copying: city.name)
        let parts = try await TestCity.make(copying: city.name, connections: 24)
        try await CityWorker(.medan, whole.connections).worker(Worker.Options(name: "one")).run(untilIdle: true)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...3 {
                group.addTask {
                    try await CityWorker(.medan, parts.connections)
                        .worker(Worker.Options(name: "many \(number)", parallelism: 4, chunkSize: 3))
                        .run(untilIdle: true)
                }
            }
            try await group.waitForAll()
        }
        #expect(try await parts.psql(CycleTables.digest) == whole.psql(CycleTables.digest))
        #expect(try await parts.psql("select count(*) from run_chunk where state = 'done'") == "44\n")
    }

    @Test("a chunk that was taken over cannot be finished by its former worker, and leaves nothing")
    func fence() async throws {
        let (city, _, _) = try await stage()
        let reached = Atomic(false)
        // Whoever performs the first chunk loses it meanwhile, as if its lease had run out.
        let worker = CityWorker(.medan, city.connections)
            .worker(Worker.Options(name: "slow", parallelism: 1)) { event in
                if case .lost = event { reached.store(true, ordering: .relaxed) }
            }
        _ = try await city.psql(
            """
            create function steal() returns trigger language plpgsql security definer as $$
            begin
                if new.state in ('done', 'ready') and old.attempt = 1 then
                    return null;
                end if;
                return new;
            end $$;
            create trigger steal before update on run_chunk for each row execute function steal();
            """
        )
        let task = Task { try await worker.run() }
        while !reached.load(ordering: .relaxed) { try await Task.sleep(for: .milliseconds(5)) }
        #expect(try await city.psql("select count(*) from appraisal") == "0\n")
        task.cancel()
        _ = await task.result
    }

    @Test(
        "a chunk that fails is tried again, then given up; the other agencies go on to the end, its own waits, a retry heals",
        // Damage that the server reports may be the chunk's doing.
        arguments: ["P0001", "XX001"]
    )
    func failure(_ state: String) async throws {
        let (city, runs, code) = try await stage()
        _ = try await city.psql(
            """
            create function refuse() returns trigger language plpgsql as $$
            begin
                if new.agency_id = 2 then raise exception 'refused' using errcode = '\(state)'; end if;
                return new;
            end $$;
            create trigger refuse before insert on appraisal_score for each row execute function refuse();
            """
        )
        let errors = Mutex<[String]>([])
        let worker = CityWorker(.medan, city.connections)
            .worker(Worker.Options(name: "test")) { event in
                if case .failed(_, let reason) = event { errors.withLock { $0.append(reason) } }
            }
        try await worker.run(untilIdle: true)
        #expect(errors.withLock { $0.count } == 3)
        #expect(
            try await runs.progress(code).map(\.state) == [.done, .done, .done, .failed, .running, .running, .running]
        )
        #expect(try await runs.failures().count == 1)
        for table in ["appraisal_score", "talent_placement", "cycle_milestone"] {
            #expect(try await city.psql("select distinct agency_id from \(table)") == "1\n")
        }
        let behind = try await runs.progress(code).suffix(3)
        #expect(behind.allSatisfy { $0.isHeldBack && $0.late == [2] })

        _ = try await city.psql("drop trigger refuse on appraisal_score")
        try await runs.makeDue(code, through: .final)
        try await CityWorker(.medan, city.connections).worker(Worker.Options(name: "test")).run(untilIdle: true)
        #expect(try await runs.progress(code).allSatisfy { $0.state == .done })
        #expect(try await city.psql("select count(*) from talent_placement") == "18\n")
    }

    @Test("what passes by itself leaves its agency behind, with the reason, and the others go on; it is no error")
    func leftBehind() async throws {
        let (city, runs, code) = try await stage()
        _ = try await city.psql(
            """
            create function refuse() returns trigger language plpgsql as $$
            begin
                if new.agency_id = 2 then raise exception 'no right' using errcode = '42501'; end if;
                return new;
            end $$;
            create trigger refuse before insert on appraisal_score for each row execute function refuse();
            """
        )
        let work = Task {
            try await CityWorker(.medan, city.connections).worker(Worker.Options(name: "test")).run(untilIdle: true)
        }
        while try await city.psql("select count(*) from cycle_milestone where milestone = 'final' and agency_id = 1")
            == "0\n"
        {
            try await Task.sleep(for: .milliseconds(20))
        }
        let score = try #require(try await runs.progress(code).first { $0.step == "score" })
        #expect(score.state == .running && score.late == [2] && score.lastError?.contains("no right") == true)
        _ = try await city.psql("drop trigger refuse on appraisal_score")
        try await work.value
        #expect(try await runs.progress(code).allSatisfy { $0.state == .done && $0.late.isEmpty })
        #expect(try await city.psql("select sum(errors) from run_chunk") == "0\n")
    }

    @Test("until idle, a worker ends at once where waiting does not help")
    func hopeless() async throws {
        let (city, _, _) = try await stage()
        _ = try await city.psql("revoke execute on function advance_runs from medan_worker")
        let error = await #expect(throws: PostgresError.self) {
            try await CityWorker(.medan, city.connections).worker(Worker.Options(name: "test")).run(untilIdle: true)
        }
        #expect(error?.sqlState == .insufficientPrivilege)
    }

    @Test("a suspended agency's chunk fails with the reason, the others go on, and after its return a retry heals")
    func suspended() async throws {
        let (city, runs, code) = try await stage(ownRoles: true)
        let agencies = Agencies(city.database)
        _ = try await agencies.suspend(try await agencies.list()[1].code)
        try await CityWorker(.medan, city.connections).worker(Worker.Options(name: "test")).run(untilIdle: true)
        #expect(
            try await runs.progress(code).map(\.state) == [
                .failed, .running, .running, .running, .running, .running, .running,
            ]
        )
        #expect(try await runs.progress(code)[0].lastError?.contains("suspended") == true)
        #expect(try await city.psql("select count(*), count(distinct agency_id) from appraisal") == "10|1\n")

        _ = try await agencies.resume(try await agencies.list()[1].code)
        try await runs.makeDue(code, through: .final)
        try await CityWorker(.medan, city.connections).worker(Worker.Options(name: "test")).run(untilIdle: true)
        #expect(try await runs.progress(code).allSatisfy { $0.state == .done })
    }

    @Test(
        "a worker that loses its lock or its lease begins anew under another number, and ends the work",
        arguments: [
            "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objsubid = 2 and objid = %",
            "update worker set lease_until = '-infinity' where worker_id = %",
        ]
    )
    func lost(_ loss: String) async throws {
        let (city, runs, code) = try await stage()
        _ = try await city.psql("update run set intended_at = '2199-01-01'")
        let (starts, start) = AsyncStream.makeStream(of: Int32.self)
        let worker = CityWorker(.medan, city.connections)
            .worker(
                Worker.Options(name: "test", lease: .seconds(2), pollInterval: .milliseconds(20))
            ) { event in
                if case .started(let id) = event { start.yield(id) }
            }
        let task = Task { try await worker.run() }
        var ids = starts.makeAsyncIterator()
        let first = try #require(await ids.next())
        _ = try await city.psql(
            loss.replacing("%", with: "\(first)")
                + (loss.hasPrefix("select")
                    ? " and database = (select oid from pg_database where datname = current_database())" : "")
        )
        let second = try #require(await ids.next())
        #expect(second != first)
        try await runs.makeDue(code, through: .final)
        while try await !runs.progress(code).allSatisfy({ $0.state == .done }) {
            try await Task.sleep(for: .milliseconds(5))
        }
        worker.drain()
        try await task.value
        #expect(try await city.psql("select count(*) from talent_placement") == "18\n")
    }

    @Test("two imports of the same ratings at once record each of them once")
    func ratingsConcurrently() async throws {
        let city = try await TestCity.make()
        let agency = try await city.add("dinkes")[0]
        let code = try #require(CycleCode("2026-Q3"))
        _ = try await CycleRuns(.medan, city.connections).add(code, CycleCalendar(code))
        let numbers = Array(1...50)
        try await city.importLines(.people, SampleFile.peopleHeader, numbers.map { SampleFile.person($0) }, to: agency)
        let ratings = numbers.map { SampleFile.rating($0, 2, 2) }
        async let first = city.importLines(.ratings, SampleFile.ratingsHeader, ratings, to: agency)
        async let second = city.importLines(.ratings, SampleFile.ratingsHeader, ratings, to: agency)
        let reports = try await [first, second]
        #expect(reports.reduce(0) { $0 + $1.added } == 50 && reports.reduce(0) { $0 + $1.unchanged } == 50)
        #expect(try await city.psql("select count(*) from rating_event") == "50\n")
    }

    @Test("a phase waits for the one before it")
    func order() async throws {
        let (city, runs, code) = try await stage()
        // `close` is not due for a long time; score and place are.
        _ = try await city.psql("update run set intended_at = '2199-01-01' where step = 'close'")
        try await CityWorker(.medan, city.connections).worker(Worker.Options(name: "test")).run(untilIdle: true)
        #expect(
            try await runs.progress(code).map(\.state) == [
                .done, .done, .scheduled, .waiting, .waiting, .waiting, .waiting,
            ]
        )
        try await runs.makeDue(code, through: .close)
        try await CityWorker(.medan, city.connections).worker(Worker.Options(name: "test")).run(untilIdle: true)
        #expect(try await runs.progress(code).allSatisfy { $0.state == .done })
    }

    @Test("the runs of a cycle are numbered in the order of its phases", arguments: 1...8)
    func numbers(_ quarter: Int) async throws {
        let city = try await TestCity.make()
        let runs = CycleRuns(.medan, city.connections)
        let code = try #require(CycleCode("\(2026 + quarter / 4)-Q\(quarter % 4 + 1)"))
        #expect(try await runs.add(code, CycleCalendar(code)))
        let numbered = try await runs.progress(code).sorted { $0.id < $1.id }
        #expect(numbered.map(\.step) == CyclePhase.allCases.map(\.rawValue))
    }

    @Test("adding a cycle twice changes nothing; with other dates it is refused")
    func addTwice() async throws {
        let (_, runs, code) = try await stage()
        #expect(try await runs.add(code, CycleCalendar(code)) == false)
        await #expect(throws: CityError.self) {
            try await runs.add(code, CycleCalendar(code, chosen: [.close: code.last + 20]))
        }
    }
}
