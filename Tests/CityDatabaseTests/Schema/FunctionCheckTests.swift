import Foundation
import Postgres
import TestSupport
import Testing

@testable import CityDatabase

/// plpgsql_check reads each function and trigger as the server would run it, and finds unknown columns and tables,
/// wrong types, unused variables, paths without a `return`.
@Suite("Functions in PL/pgSQL", .timeLimit(.minutes(20)))
struct FunctionCheckTests {
    /// Findings that are not faults, by function and message, with the reason.
    private static let exceptions: [(function: String, message: String, reason: String)] = [
        ("record_change()", #"relation "changed" does not exist"#, "a truncate has no such table, and is over before"),
        ("record_change()", "column c.agency_id does not exist", "a city-wide table, where the branch is not reached"),
        (
            "record_change()", #"never read variable "v_block""#,
            "read by a statement that is not looked at in these tables"
        ),
        ("record_count()", #"never read variable "v_part""#, "the statement is dynamic: the columns are the trigger's"),
        ("record_count()", #"record "v_part" is not assigned yet"#, "the statement is dynamic"),
        ("record_count()", "cannot determinate a result of dynamic SQL", "the statement is dynamic"),
        ("record_update()", #"never read variable "v_held""#, "a lock that is taken by assignment, which costs less"),
        ("refuse_audit_change()", #"record "new" has no field "salt""#, "the branch is of another table"),
        ("refuse_audit_change()", #"record "new" has no field "sealed_block""#, "the branch is of another table"),
        (
            "refuse_overfull_post()", #"relation "former" does not exist"#,
            "an insert has none, and the branch is an update's"
        ),
        (
            "refuse_unit_circle()", #"relation "former" does not exist"#,
            "an insert has none, and the branch is an update's"
        ),
    ]

    @Test("plpgsql_check finds only what is listed here with its reason")
    func noFindings() async throws {
        let city = try await TestCity.make(connections: 1)
        _ = try await city.psql("create schema checker; create extension plpgsql_check schema checker")
        let superuser = city.superuser
        defer { superuser.close() }
        let scope = Scope(role: nil, searchPath: ["medan", "pg_temp"])
        let (functions, findings) = try await superuser.transaction(as: scope) { tx in
            (
                try tx.one(
                    """
                    select count(*) from pg_proc p join pg_language l on l.oid = p.prolang
                    where p.pronamespace = current_schema()::regnamespace and l.lanname = 'plpgsql'
                    """,
                    as: Int.self
                ),
                try tx.all(
                    """
                    select p.oid::regprocedure::text, coalesce(t.tgrelid::regclass::text, ''), coalesce(c.lineno, 0), c.message
                    from pg_proc p
                    join pg_language l on l.oid = p.prolang and l.lanname = 'plpgsql'
                    left join pg_trigger t on t.tgfoid = p.oid and not t.tgisinternal
                    cross join lateral checker.plpgsql_check_function_tb(
                        p.oid, coalesce(t.tgrelid, 0), fatal_errors => false, extra_warnings => true,
                        oldtable => t.tgoldtable, newtable => t.tgnewtable
                    ) c
                    where p.pronamespace = current_schema()::regnamespace
                        and (t.oid is not null or p.prorettype <> 'trigger'::regtype)
                        and p.prorettype <> 'event_trigger'::regtype
                    order by 1, 2, 3
                    """,
                    as: (String, String, Int, String).self
                )
            )
        }
        #expect(functions > 50)
        for (function, table, line, message) in findings {
            let isListed = Self.exceptions.contains { $0.function == function && $0.message == message }
            #expect(isListed, "\(function) \(table), line \(line): \(message)")
        }
        for exception in Self.exceptions {
            let isFound = findings.contains { $0.0 == exception.function && $0.3 == exception.message }
            #expect(isFound, "\(exception.function) is listed, and nothing is found: \(exception.message)")
        }
    }
}
