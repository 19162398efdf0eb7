import Foundation
import TestSupport
import Testing

/// Programs on a database that answers at random with any state of PostgreSQL's appendix A. No such answer may look
/// like a bug of the program.
///
/// `MUTASI_FAULT_STATES` says how many commands are run (100).
@Suite("Fault: any state, anywhere", .timeLimit(.minutes(120)))
struct InjectedFaultTests {
    private static let count =
        ProcessInfo.processInfo.environment["MUTASI_FAULT_STATES"].flatMap { Int($0) } ?? 100

    /// Every statement that reads a table of the city may fail.
    private static let injector = #"""
        create table public.state as
        select (regexp_matches(pg_read_file(setting || '/errcodes.txt'), '^([0-9A-Z]{5}) +[EWS] ', 'gn'))[1] as code
        from pg_config where name = 'SHAREDIR';
        """#

    /// In each policy, beside its condition.
    private static let spread = """
        create function public.injected() returns boolean language plpgsql volatile security definer
        set search_path = pg_catalog, pg_temp as $$
        begin
            if random() < 0.02 then
                raise exception 'injected' using errcode = (
                    select code from public.state where code !~ '^(00|01|02000)' order by random() limit 1);
            end if;
            return true;
        end $$;
        grant usage on schema public to public;
        do $$
        declare
            held record;
        begin
            for held in select * from pg_policies where schemaname = 'medan' and cmd in ('ALL', 'SELECT') loop
                execute format('alter policy %I on medan.%I using ((%s) and public.injected())', held.policyname,
                    held.tablename, held.qual);
            end loop;
            for held in select * from pg_policies where schemaname = 'medan' and cmd in ('INSERT', 'ALL') loop
                execute format('alter policy %I on medan.%I with check ((%s) and public.injected())', held.policyname,
                    held.tablename, coalesce(held.with_check, held.qual));
            end loop;
        end $$;
        """

    private static let commands = [
        "agency list", "agency show dinkes", "agency add dkop --name Dinas --short-name D --kind dinas",
        "agency rename dlh --name Baru",
        "agency suspend dlh", "agency resume dlh", "login list", "login add desk --agency dinkes",
        "login rotate desk --agency dinkes",
        "login revoke desk --agency dinkes", "cycle list", "cycle show 2026-Q3", "cycle add 2026-Q4",
        "cycle missing 2026-Q3",
        "cycle run 2026-Q3 --through final", "cycle distribution 2026-Q3 --agency dinkes", "cycle severity 2026-Q3",
        "cycle fairness 2026-Q3",
        "run list", "run show 1", "run retry 3", "run pause 7", "run resume 7", "job list", "job stats",
        "schedule list",
        "schedule show forget-jobs", "schedule pause forget-jobs", "schedule resume forget-jobs", "holiday list",
        "quality --list",
        "talent map 2026-Q3", "talent pool 2026-Q3", "talent due --agency dinkes", "talent retirements",
        "talent vacancies",
        "talent successors 2026-Q3", "chart ages", "rules list", "rules show 2026.1", "audit list", "audit verify",
        "db status", "db check",
        "export people --agency dinkes --output /dev/null", "appraisal revisions 2026-Q3 --agency dinkes",
    ]

    @Test("no command ends with 70, dies or shows a word of the server, and each says what to do next")
    func anyState() async throws {
        let stage = try await CommandStage.make(people: 3, ownRoles: true)
        let folder = try ScratchDirectory()
        let script = folder.file("inject.sql")
        try (Self.injector + "\n" + Self.spread).write(toFile: script, atomically: true, encoding: .utf8)
        let uri = stage.city.uri(user: "mutasi_super")
        let made = try await Program(path: "/usr/bin/psql")
            .run(["-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", uri, "-f", script])
        try #require(made.status == 0, "\(made.standardError)")

        let next = Tally()
        let environment = stage.environment
        var counted: [Int32: Int] = [:]
        try await withThrowingTaskGroup { group in
            for _ in 0..<4 {
                group.addTask {
                    var statuses: [Int32] = []
                    while case let number = next.add(), number <= Self.count {
                        statuses.append(try await Self.run(Self.commands[number % Self.commands.count], environment))
                    }
                    return statuses
                }
            }
            for try await statuses in group { for status in statuses { counted[status, default: 0] += 1 } }
        }
        let shares = counted.sorted { $0.key < $1.key }.map { "\($0.value) × \($0.key)" }
        print("\(Self.count) commands:", shares.joined(separator: ", "))
        // The injector did strike.
        #expect(counted.filter { $0.key > 2 }.values.reduce(0, +) > Self.count / 20)
    }

    private static func run(_ line: String, _ environment: [String: String]) async throws -> Int32 {
        let words = line.split(separator: " ").map(String.init)
        let result = try await Program.built("mutasi").run(words, environment: environment)
        let told = "\(line): \(result.status) \(result.standardError)"
        #expect([0, 2, 65, 69, 75, 77, 78].contains(result.status), "\(told)")
        #expect(!result.standardError.contains("please report"), "\(told)")
        if result.status > 2 { #expect(result.standardError.contains("error: "), "\(told)") }
        return result.status
    }
}
