import CityDatabase
import Foundation
import TestSupport
import Testing

/// Rows that the tables refuse, planted by a superuser who took the constraints away: no list ends with a bug because
/// of one of them; it names the row and shows the others.
@Suite("Impossible rows", .timeLimit(.minutes(20)))
struct BadDataTests {
    private static let withoutConstraints = """
        do $$
        declare
            command text;
        begin
            for command in
                select format('alter table %s drop constraint %I', conrelid::regclass, conname)
                from pg_constraint
                where contype in ('c', 'x') and connamespace = 'medan'::regnamespace and conrelid <> 0
            loop execute command; end loop;
        end $$;
        set session_replication_role = replica;
        """

    private static func plant(_ statements: String, _ stage: CommandStage) async throws {
        _ = try await stage.city.psql(withoutConstraints + statements)
    }

    private static func of(_ number: Int) -> String {
        """
        (select e.employment_id from employment e join person p using (agency_id, person_id)
        where p.nip = '\(SampleFile.nip(number))')
        """
    }

    /// The impossible value of each of nine people; the tenth is an ordinary person.
    private static let impossible: [String] =
        ["4713-01-01 BC", "infinity", "-infinity", "5874897-12-31"].enumerated()
        .map { "update person set birth_date = '\($1)' where nip = '\(SampleFile.nip($0 + 1))'" }
        + ["(,)", "[-infinity,)", "[4713-01-01 BC,)"].enumerated()
        .map { "update assignment set valid = '\($1)' where employment_id = \(of($0 + 5))" }
        + [
            "update employment set valid = '(,)' where employment_id = \(of(8))",
            """
            insert into evidence (agency_id, employment_id, kind, level, title, occurred_on, ended_on, document_date)
            select agency_id, employment_id, 'discipline', 'light', 'x', 'infinity', '5874897-12-31', '4713-01-01 BC'
            from employment where employment_id = \(of(9))
            """,
        ]

    private static func stage() async throws -> CommandStage {
        let stage = try await CommandStage.make(people: 10)
        let header = "NIP,Tanggal Asesmen,X - Penilaian Kompetensi,X - Penilaian Potensi"
        let lines = (1...10).map { SampleFile.assessment($0, "95", "95") }
        try await stage.city.importLines(.assessments, header, lines, to: stage.agencies[0])
        try #require(try await stage("cycle", "run", "2026-Q3").status == 0)
        return stage
    }

    @Test("every list, chart, report and export of a city with impossible dates ends with 0, 2 or 65, and names them")
    func impossibleDates() async throws {
        let stage = try await Self.stage()
        try await Self.plant(Self.impossible.joined(separator: ";\n"), stage)
        let output = FileManager.default.temporaryDirectory.path + "/mutasi-bad-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: output) }
        var commands = [
            "quality", "quality --list", "talent due", "talent due --eligible", "talent retirements --months 600",
            "talent vacancies", "talent vacancies --by 2090-01-01", "talent successors 2026-Q3", "talent critical",
            "talent map 2026-Q3", "talent pool 2026-Q3", "talent map", "talent pool", "talent successors",
            "cycle list", "cycle show 2026-Q3", "cycle missing 2026-Q3", "cycle fairness 2026-Q3",
            "cycle severity 2026-Q3",
            "cycle distribution 2026-Q3", "cycle excluded 2026-Q3 --agency dinkes", "run list", "job list", "job stats",
            "agency list", "holiday list", "rules list", "appraisal revisions 2026-Q3 --agency dinkes",
            "report talent 2026-Q3 --output \(output)", "report cycle 2026-Q3 --output \(output)",
        ]
        for chart in ["nine-box", "distribution", "coverage", "ages", "tenure"] {
            for form in ["terminal", "csv", "html"] { commands.append("chart \(chart) --as \(form)") }
        }
        for kind in ["people", "posts", "awards", "duties", "training", "discipline", "leave"] {
            commands.append("export \(kind) --agency dinkes --output \(output)")
        }
        for kind in ["ratings", "talent"] {
            commands.append("export \(kind) --agency dinkes --cycle 2026-Q3 --output \(output)")
        }
        for person in 1...10 {
            commands.append("talent show 2026-Q3 --nip \(SampleFile.nip(person)) --agency dinkes")
            commands.append("appraisal show 2026-Q3 \(SampleFile.nip(person)) --agency dinkes")
            commands.append("person export \(SampleFile.nip(person)) --purpose test")
        }
        for command in commands {
            let words = command.split(separator: " ").map(String.init)
            let result = try await Program.built("mutasi").run(words, environment: stage.environment)
            #expect([0, 2, 65].contains(result.status), "\(command): \(result.status) \(result.standardError)")
            #expect(result.status != 65 || result.standardError.contains("DATE"), "\(command): \(result.standardError)")
        }
    }

    @Test("lists of people leave such a row out with its place, and show the others; quality names each")
    func leftOut() async throws {
        let stage = try await Self.stage()
        try await Self.plant(Self.impossible.joined(separator: ";\n"), stage)
        let due = try await stage("talent", "due", "--eligible", "--format", "json")
        #expect(due.status == 65)
        for number in [8, 9, 10] { #expect(due.standardOutput.contains(SampleFile.nip(number)), "\(number)") }
        let employments = try await stage.city.psql("select employment_id from employment order by 1")
            .split(separator: "\n")
        for number in 1...7 {
            #expect(!due.standardOutput.contains(SampleFile.nip(number)), "\(number)")
            let column = number < 5 ? "birth_date" : "since"
            let place = "left out: agency dinkes, employment \(employments[number - 1]), column \(column): "
            #expect(due.standardError.contains(place), "\(due.standardError)")
        }
        #expect(due.standardError.contains("error: 7 rows cannot be read [rows.unreadable]\nhint: 'mutasi quality"))
        let listed = try await stage("quality", "--list", "--only", "DATE", "--format", "json")
        #expect(listed.status == 2 && !listed.standardOutput.contains(SampleFile.nip(10)))
        for number in 1...9 { #expect(listed.standardOutput.contains(SampleFile.nip(number)), "\(number)") }
        let ages = try await stage("chart", "ages", "--as", "json")
        #expect(ages.status == 0 && ages.standardError.contains("left out: "))
    }

    @Test("no row of the tables of work or results traps a program")
    func traps() async throws {
        let stage = try await Self.stage()
        try await Self.plant(
            """
            delete from run where step in ('remind', 'release', 'final') and subject = '2026-Q3';
            update appraisal_score set rating = 9 where employment_id = \(Self.of(1));
            update talent_placement set box = 12 where employment_id = \(Self.of(2));
            update talent_placement set box = 9, performance_level = 7 where employment_id = \(Self.of(4));
            update talent_placement set box = 9 where employment_id = \(Self.of(5));
            insert into cycle (code, kind, period, rule_set) values ('never', 'quarter', 'empty', '2026.1');
            insert into person (agency_id, nip, name, birth_date, sex, kind, appointed_on, legal_status)
            select a.agency_id, p.nip, p.name, p.birth_date, p.sex, p.kind, p.appointed_on, p.legal_status
            from person p join agency a on a.code = 'dlh' where p.nip = '\(SampleFile.nip(3))';
            update rating_event set rater_nip = '\(SampleFile.nip(3))' where rater_nip is null
            """,
            stage
        )
        for command in [
            "cycle list", "cycle show 2026-Q3", "cycle severity 2026-Q3", "cycle distribution 2026-Q3",
            "talent map 2026-Q3",
            "talent pool 2026-Q3", "chart nine-box --cycle 2026-Q3", "chart distribution --cycle 2026-Q3",
            "chart coverage",
            "run list", "job stats",
        ] {
            let words = command.split(separator: " ").map(String.init)
            let result = try await Program.built("mutasi").run(words, environment: stage.environment)
            #expect([0, 65].contains(result.status), "\(command): \(result.status) \(result.standardError)")
        }
        let pool = try await stage("talent", "pool", "2026-Q3", "--format", "json")
        #expect(pool.status == 65 && pool.standardOutput.contains(SampleFile.nip(5)))
        #expect(pool.standardError.contains(", column performance_level: "), "\(pool.standardError)")
        let list = try await stage("cycle", "list", "--format", "json")
        #expect(list.status == 65 && list.standardError.contains("left out: cycle 2, column code: "))
        _ = try await stage.city.psql("delete from cycle where code = 'never'")
        let cycles = try await stage.rows("cycle", "list")
        #expect(cycles.count == 1 && cycles[0]["close"] as? String == "done" && cycles[0]["remind"] is NSNull)
        #expect(list.standardOutput.contains("2026-Q3"))
    }
}
