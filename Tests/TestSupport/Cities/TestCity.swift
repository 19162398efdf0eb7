public import CityDatabase
import LocalServer
import Personnel
public import Postgres
import Synchronization

/// A separate city for a test: a copy of one migrated database.
public struct TestCity: Sendable {
    /// The database's name on the test server.
    public let name: String
    /// Those of `database`, for code that takes a `Database`.
    public let connections: Database
    public let database: CityDatabase

    private static let template = Task { () -> String in
        let name = try await TestServer.shared.createDatabase()
        let database = TestServer.shared.superuser(name)
        let schema = Schema(CityDatabase(.medan, database))
        try await schema.create()
        // Roles belong to the whole server, and the copies of this city share those of its first agencies.
        _ = try await Agencies(CityDatabase(.medan, database))
            .add(
                (1...4)
                    .compactMap { number in
                        AgencyCode("shared-\(number)")
                            .map {
                                AgencyDefinition(code: $0, name: "\(number)", shortName: "\(number)", kind: "dinas")
                            }
                    }
            )
        try await database.transaction(as: .login) { tx in
            try tx.run(
                SQLScript(
                    name: "empty",
                    uncheckedText: """
                        set local search_path to medan;
                        truncate agency restart identity cascade;
                        alter table audit_event disable trigger refuse_audit_truncate;
                        alter table audit_block disable trigger refuse_audit_truncate;
                        truncate audit_event, audit_block;
                        alter table audit_event enable always trigger refuse_audit_truncate;
                        alter table audit_block enable always trigger refuse_audit_truncate;
                        """
                )
            )
        }
        database.close()
        return name
    }

    /// A migrated city without agencies.
    ///
    /// - Parameter ownRoles: no other test has the roles of its agencies; for tests that change them.
    public static func make(connections: Int = 8, ownRoles: Bool = false) async throws -> TestCity {
        let city = try await make(copying: template.value, connections: connections)
        if ownRoles {
            let first = numbers.add(100, ordering: .relaxed).newValue
            let superuser = city.superuser
            try await superuser.transaction(as: .login) { tx in
                try tx.execute("select setval('medan.agency_agency_id_seq', \(first))")
            }
            superuser.close()
        }
        return city
    }

    private static let numbers = Atomic(1000)

    /// A copy of another city, which must have no open connection.
    public static func make(copying template: String, connections: Int = 8) async throws -> TestCity {
        let name = try await TestServer.shared.createDatabase(template: template)
        // A program's login: it has only the rights of the role that each transaction takes.
        let uri = TestServer.shared.server.uri(database: name, user: "medan_admin")
        let pool = Database(
            ConnectionOptions(uri: uri),
            limits: PoolLimits(maximum: connections, acquireTimeout: .seconds(60))
        )
        return TestCity(name: name, connections: pool, database: CityDatabase(.medan, pool))
    }

    public func uri(user: String) -> String {
        TestServer.shared.server.uri(database: name, user: user)
    }

    public var superuser: Database { TestServer.shared.superuser(name) }

    /// Provisions agencies and returns them in the same order.
    public func add(_ codes: String...) async throws -> [Agency] {
        let definitions = codes.compactMap { code in
            AgencyCode(code)
                .map {
                    AgencyDefinition(code: $0, name: "Dinas \(code)", shortName: code, kind: "dinas")
                }
        }
        _ = try await Agencies(database).add(definitions)
        var agencies: [Agency] = []
        for definition in definitions { agencies.append(try await Agencies(database).find(definition.code)) }
        return agencies
    }

    /// The output of `psql` for a statement as `user`, with the city's schema in the path.
    public func psql(_ statement: String, user: String = "mutasi_super", password: String? = nil) async throws -> String
    {
        try await TestServer.shared.psql(
            "set search_path to medan, pg_temp; \(statement)",
            uri: uri(user: user),
            environment: password.map { ["PGPASSWORD": $0] } ?? [:]
        )
    }
}
