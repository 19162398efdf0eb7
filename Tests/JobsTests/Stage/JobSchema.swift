import Foundation
import Postgres
import TestSupport

/// The room's tables and functions in a schema of their own, `yard`, as a project without a city would have them: the
/// unchanged statements of `sql/`, on a stand-in for the functions that they ask of their surroundings.
///
/// Files that belong to the room say so at their head: `-- Room: Jobs`.
enum JobSchema {
    private static let template = Task { () -> String in
        let name = try await TestServer.shared.createDatabase()
        let database = TestServer.shared.superuser(name)
        defer { database.close() }
        let (policies, functions) = (try files(in: "policies"), try files(in: "definers"))
        let tables = try statements(of: policies.map(\.name))
        let texts = (policies + functions).map { bound($0.text) }
        let roles = Set(texts.flatMap { $0.matches(of: /\{city\}_(\w+)/).map { "yard_\($0.1)" } }).sorted()
        let script = [Self.roles(roles), surroundings] + [tables] + texts.prefix(policies.count)
        // Their functions act as the role that owns them.
        let definers = ["set local role yard_definer"] + texts.dropFirst(policies.count)
        try await database.transaction(as: .login) { tx in
            try tx.run(SQLScript(name: "yard", uncheckedText: (script + definers).map(named).joined(separator: ";\n")))
        }
        return name
    }

    /// An empty copy; returns its name on the test server.
    static func make() async throws -> String {
        try await TestServer.shared.createDatabase(template: template.value)
    }

    // MARK: -

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../sql").standardizedFileURL

    /// The room's files of a folder, without `.sql` in their names.
    private static func files(in name: String) throws -> [(name: String, text: String)] {
        let folder = folder.appending(path: name)
        return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .sorted { $0.path < $1.path }
            .map { ($0.deletingPathExtension().lastPathComponent, try String(contentsOf: $0, encoding: .utf8)) }
            .filter { $0.text.split(separator: "\n").prefix(2).contains("-- Room: Jobs") }
    }

    /// The statements that make these tables, from the dump of a migrated city: without their owner, their rights,
    /// which are in `policies/`, and their ties to other tables.
    private static func statements(of tables: [String]) throws -> String {
        let dump = try String(contentsOf: folder.appending(path: "schema.sql"), encoding: .utf8)
        let about = try Regex<(Substring, Substring)>(
            #"(?:CREATE TABLE|ALTER TABLE(?: ONLY)?|CREATE(?: UNIQUE)? INDEX \w+ ON) medan\.(\w+)"#
        )
        return
            dump.split(separator: /;\n(?=[A-Z])/)
            .filter { statement in
                guard let table = statement.prefixMatch(of: about)?.1, tables.contains(String(table)) else {
                    return false
                }
                let others = statement.matches(of: /REFERENCES medan\.(\w+)/).map { String($0.1) }
                return statement.firstMatch(of: /OWNER TO|ROW LEVEL SECURITY|TRIGGER/) == nil
                    && others.allSatisfy(tables.contains)
            }
            .joined(separator: ";\n").replacing("medan.", with: "")
    }

    /// The expressions that `sql/bindings/` has for a city.
    private static func bound(_ text: String) -> String {
        text.replacing("{groups}", with: "public")
            .replacing("{pool_agency}", with: "nullif(current_setting('mutasi.agency', true), '')::integer")
            .replacing("{login_agency}", with: "null::integer")
    }

    private static func named(_ text: String) -> String { text.replacing("{city}", with: "yard") }

    private static func roles(_ names: [String]) -> String {
        names.map {
            """
            do $$ begin
                if to_regrole('\($0)') is null then create role \($0) nologin; end if;
            end $$;
            """
        }
        .joined(separator: "\n") + """

            create schema yard;
            grant usage on schema yard to \(names.joined(separator: ", "));
            grant create on schema yard to yard_definer;
            alter default privileges for role yard_definer revoke execute on functions from public;
            set local search_path to yard, pg_temp
            """
    }

    /// The functions that the room asks for: which agencies have work and are active now, which sessions hold their
    /// locks, the zone of clock times, and a trail of finished chunks.
    private static let surroundings = """
        create table team (team_id integer primary key, state text not null default 'active');
        grant select on team to yard_worker, yard_definer;

        create function open_agencies() returns setof integer language sql stable
            set search_path = pg_catalog, yard, pg_temp
            as $$ select team_id from team where state <> 'closed' order by team_id $$;
        create function is_agency_active(integer) returns boolean language sql stable
            set search_path = pg_catalog, yard, pg_temp
            as $$ select exists (select from team where team_id = $1 and state = 'active') $$;
        create function agency_transactions(integer)
            returns table (pid integer, login text, began_at timestamptz) language sql stable
            as $$ select 0, '', now() where false $$;
        create function city_zone() returns text language sql stable return 'Europe/Berlin';
        create function record_chunk(integer, bigint, bigint, integer, integer) returns void language sql
            begin atomic; end
        """
}
