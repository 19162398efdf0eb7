import TestSupport

/// Every command of `mutasi` that reads, with its arguments, taken from a city.
struct CityReadings {
    let commands: [[String]]

    /// A word in braces stands for values of the city; each of them is tried.
    static let all: [[String]] = [
        "db status", "db check", "agency list", "agency show {agency}", "login list", "login list --ident", "quality",
        "quality --list --agency {agency}", "cycle list", "cycle show {cycle}",
        "cycle excluded {placed} --agency dinkes",
        "cycle reminders {placed} --agency dinkes", "cycle missing {placed}", "cycle distribution {placed}",
        "cycle severity {placed}", "cycle fairness {placed}", "appraisal show {placed} --agency dinkes {nip}",
        "appraisal revisions {placed} --agency dinkes", "calibration list {placed} --agency dinkes",
        "objection list {placed} --agency dinkes", "rules list", "rules show {rules}", "rules diff 2023.1 2026.1",
        "talent map {placed}", "talent show --agency dinkes --nip {nip}", "talent pool {placed}",
        "talent successors {placed}",
        "unit list", "unit list --on 2024-12-31", "unit show {unit} --agency dinkes",
        "unit show {unit} --agency dinkes --history", "post list", "post show {post} --agency dinkes", "title list",
        "transfer list --ended", "transfer requests --answered", "transfer show {transfer}", "transfer freeze list",
        "transfer rules list", "transfer due", "transfer chains",
        "talent critical", "talent due", "talent retirements",
        "talent vacancies", "talent find --competency komunikasi>=1", "run list", "run show {run}",
        "run watch {ended}", "job list", "job show {job}", "job stats", "schedule list", "schedule show {schedule}",
        "holiday list", "audit list", "audit show {event}", "audit verify", "audit export-seals", "audit erase list",
        "person export {nip} --purpose test", "person show {nip} --agency dinkes",
        "person corrections {nip} --agency dinkes", "post corrections --agency dinkes",
        "chart nine-box --cycle {placed} --as svg",
        "chart distribution --cycle {placed} --as csv", "chart coverage --as csv", "chart ages --as csv",
        "chart tenure --as csv", "report cycle {cycle} --output /dev/null", "report talent {placed} --output /dev/null",
        "export people --agency dinkes --output /dev/null", "export units --agency dinkes --output /dev/null",
        "export posts --agency dinkes --output /dev/null", "export establishment --agency dinkes --output /dev/null",
        "export ratings --agency dinkes --cycle {placed} --output /dev/null",
        "export talent --agency dinkes --cycle {placed} --output /dev/null",
    ]
    .map { $0.split(separator: " ").map(String.init) }

    /// Whether status 2 says that the command found something.
    static func finds(_ words: [String]) -> Bool {
        words[0] == "quality"
            || [["rules", "diff"], ["transfer", "due"], ["transfer", "chains"]].contains(Array(words.prefix(2)))
    }

    /// Commands that change something, are not about a city, or ask for a file or for transfers with a decree.
    static let others: Set = [
        "demo", "local start", "local stop", "local status", "db init", "db migrate", "agency add", "agency rename",
        "agency suspend", "agency resume", "agency close", "agency merge", "agency split", "unit add", "unit rename",
        "unit move", "unit merge", "unit split", "unit close", "login add", "login rotate", "login revoke",
        "import", "post add", "post formasi", "post abolish", "title import", "title remove",
        "person end", "person suspend", "person resume", "person reinstate",
        "person correct", "assignment correct", "post correct",
        "transfer propose", "transfer import", "transfer batch", "transfer accept", "transfer decline",
        "transfer amend",
        "transfer check", "transfer except", "transfer conflict", "transfer file", "transfer rules import",
        "transfer freeze add", "transfer freeze end", "transfer freeze lift", "transfer submit", "transfer consent",
        "transfer return", "transfer verify", "transfer refuse", "transfer consider", "transfer decide",
        "transfer pertek", "transfer decree", "transfer replan", "transfer cancel", "transfer announce",
        "transfer invite", "transfer inaugurate", "transfer postpone", "transfer revoke", "transfer object",
        "transfer objection", "transfer duty", "transfer report", "transfer follow", "transfer complete",
        "transfer reverse", "transfer export", "transfer templates", "transfer print decree", "transfer print excerpt",
        "transfer print invitation", "transfer print notice", "transfer print duty", "transfer print handover",
        "reconcile",
        "cycle add", "cycle reschedule", "cycle run", "cycle rate-agency", "cycle recompute", "appraisal rate",
        "appraisal correct", "appraisal receive", "calibration set", "calibration lock", "objection file",
        "objection decide", "rules load",
        "rules try match", "rules try rating", "rules try talent", "run pause", "run resume", "run retry", "run cancel",
        "job retry", "job cancel", "job pause", "job resume", "schedule add", "schedule pause", "schedule resume",
        "schedule remove", "schedule backfill", "holiday import", "holiday remove", "audit erase request",
        "audit erase approve",
    ]

    private static let queries = [
        "agency": "select max(code) from agency group by state",
        // The first one, of an old program, and the last one.
        "cycle": """
        select code from cycle
        where cycle_id in (select min(cycle_id) from cycle union select max(cycle_id) from cycle)
        """,
        "placed": "select max(code) from cycle join talent_placement using (cycle_id)",
        "nip": """
        select min(nip) from person p join appraisal_score s on s.agency_id = p.agency_id
        join agency a on a.agency_id = p.agency_id and a.code = 'dinkes'
        """,
        "post": "select max(post_id) from post p join agency a on a.agency_id = p.agency_id and a.code = 'dinkes'",
        "unit": "select min(siasn_id) from org_unit join agency using (agency_id) where code = 'dinkes'",
        "transfer": "select max(number) from transfer_case having count(*) > 0",
        "rules": "select rule_set from rule_set", "schedule": "select name from schedule",
        "run": "select min(run_id) from run group by state",
        "ended": "select max(run_id) from run where state = 'done'",
        "job": "(select job_id from job limit 1) union all (select job_id from job_history order by 1 limit 1)",
        "event": "select max(audit_event_id) from audit_event group by operation order by 1 desc limit 2",
    ]

    /// Reads from the city the arguments that its commands need.
    init(_ landed: LandedCity) async throws {
        var values: [String: [String]] = [:]
        for (name, query) in Self.queries {
            values[name] = try await landed.psql(query).split(separator: "\n").map(String.init)
        }
        commands = Self.all.flatMap { command -> [[String]] in
            let words = Self.hasFormat(command) ? command + ["--format", "json"] : command
            return words.reduce([[]]) { filled, word in
                let isPlace = word.hasPrefix("{")
                let choices = isPlace ? values[String(word.dropFirst().dropLast())] ?? [] : [word]
                return filled.flatMap { begun in choices.map { begun + [$0] } }
            }
        }
    }

    /// Commands that print a document of their own, or write a file, have none.
    private static func hasFormat(_ command: [String]) -> Bool {
        !["chart", "report", "export", "person"].contains(command[0])
            && !command.starts(with: ["run", "watch"]) && !command.starts(with: ["audit", "export-seals"])
            && command.last != "--ident"
    }
}
