import CityDatabase
import Foundation
import Postgres
import TestSupport
import Testing

/// Whether any condition that an agency's login writes tells a row that another agency has from one that nobody has: operators
/// by branches by effects by plans, on every column of every table and window.
@Suite("Conditions", .timeLimit(.minutes(20)))
struct ConditionTests {
    @Test("of an agency's login tell nothing of another agency's rows, on any table or window")
    func windows() async throws {
        let stage = try await IsolationStage.make()
        try await stage.city.superuser.analyse()
        let relations = try await relations(stage) { _ in true }
        #expect(relations.contains { $0.name == "own_person" } && relations.contains { $0.name == "person" })
        let prober = ConditionProber(stage)
        var statements = 0
        for relation in relations {
            let told = try await prober.probe(relation)
            statements += told.statements
            #expect(told.differences.isEmpty, "\(relation.name): \(told.differences.prefix(3))")
            if relation.isWindow { #expect(told.statements > 0, "\(relation.name) was not looked at") }
        }
        prober.close()
        #expect(statements > 10_000)
    }

    @Test("and these conditions do tell, on a table that agencies may read by a policy alone")
    func policyAlone() async throws {
        let stage = try await IsolationStage.make()
        _ = try await stage.city.psql(
            """
            grant select on person to medan_agency;
            create policy person_agency on person for select to medan_agency using (
                agency_id = nullif(substring(current_user from '^medan_agency_([0-9]{1,9})_[a-z][a-z0-9]{0,11}$'), '')::integer
            )
            """
        )
        try await stage.city.superuser.analyse()
        let relations = try await relations(stage) { $0 == "person" }
        let prober = ConditionProber(stage, isOpen: true)
        let told = try await prober.probe(try #require(relations.first))
        prober.close()
        // By a setting, by an error and by the plan that was run: each of the effects is one that this can see.
        for effect in ConditionProber.Effect.allCases {
            #expect(told.differences.contains { $0.effect == effect }, "\(effect)")
        }
    }

    @Test("functions of windows read as many pages for a value of another agency as for one of nobody")
    func pages() async throws {
        let stage = try await IsolationStage.make()
        try await stage.city.superuser.analyse()
        let login = stage.logins[0]
        let database = Database(
            ConnectionOptions(uri: stage.city.uri(user: login.role) + "&password=\(login.password ?? "")"),
            limits: PoolLimits(maximum: 1)
        )
        // The least of several, for the first ones read the catalog, too.
        func pages(_ call: String) async throws -> [String] {
            var least: [String] = []
            for _ in 0..<6 {
                let plan = try await database.transaction(as: Scope(role: nil, searchPath: ["medan", "pg_temp"])) {
                    tx in
                    try tx.all(
                        SQLScript(
                            name: "pages",
                            uncheckedText: """
                                explain (analyze, buffers, costs off, timing off, summary off) select * from \(call)
                                """
                        ),
                        as: String.self
                    )
                }
                let read = plan.filter { $0.contains("Buffers") }
                if least.isEmpty || (read.first ?? "").count < (least.first ?? "").count
                    || (read.first ?? "") < least[0]
                {
                    least = read
                }
            }
            return least
        }
        let foreign = try await stage.city.psql(
            "select nip || ' ' || name from person where agency_id = \(stage.foreign.id) order by person_id limit 1"
        )
        let words = foreign.trimmingCharacters(in: .newlines).split(separator: " ", maxSplits: 1).map(String.init)
        let known = try #require(words.first)
        let absent = known.prefix(14) + "9999"
        #expect(try await pages("own_person_by_nip('\(known)')") == pages("own_person_by_nip('\(absent)')"))
        #expect(
            try await pages("own_people_named('\(words.last ?? "")', 5)")
                == pages("own_people_named('Nobody At All', 5)")
        )
        database.close()
    }

    private func relations(
        _ stage: IsolationStage,
        _ isWanted: (String) -> Bool
    ) async throws -> [ConditionProber.Relation] {
        let superuser = stage.city.superuser
        defer { superuser.close() }
        let (own, foreign) = (stage.own.id, stage.foreign.id)
        let found = try await superuser.transaction(as: Scope(role: nil, searchPath: ["medan"])) { tx in
            let names = try tx.all(
                """
                select c.relname from pg_class c
                where c.relnamespace = 'medan'::regnamespace and c.relkind in ('r', 'p', 'v')
                    and c.relname not in ('agency', 'agency_name')
                    and exists (
                        select from pg_attribute a
                        where a.attrelid = c.oid and a.attname = 'agency_id' and not a.attisdropped
                    )
                order by 1
                """,
                as: String.self
            )
            return try names.map { name in
                let columns = try tx.all(
                    """
                    select a.attname, format_type(a.atttypid, null) from pg_attribute a
                    where a.attrelid = \(name)::regclass and a.attnum > 0 and not a.attisdropped
                        and a.atttypid = any (array['text', 'integer', 'bigint', 'smallint', 'date', 'uuid', 'boolean']::regtype[])
                    """,
                    as: (String, String).self
                )
                // A window shows nothing to a superuser; its table does.
                let table = Identifier(name.hasPrefix("own_") ? String(name.dropFirst(4)) : name)
                var found: [ConditionProber.Column] = []
                for (column, type) in columns {
                    let value = try tx.optional(
                        """
                        select \(identifier: Identifier(column))::text from \(identifier: table)
                        where agency_id = \(foreign) and \(identifier: Identifier(column)) is not null
                            and not exists (
                                select from \(identifier: table) o
                                where o.agency_id = \(own) and o.\(identifier: Identifier(column))
                                    = \(identifier: table).\(identifier: Identifier(column))
                            )
                        limit 1
                        """,
                        as: String.self
                    )
                    if let value { found.append(ConditionProber.Column(name: column, type: type, foreign: value)) }
                }
                return ConditionProber.Relation(name: name, columns: found)
            }
        }
        return found.filter { isWanted($0.name) }
    }
}

extension Database {
    /// Gives the planner statistics to tell from.
    fileprivate func analyse() async throws {
        try await transaction(as: .login) { tx in try tx.execute("analyze") }
        close()
    }
}
