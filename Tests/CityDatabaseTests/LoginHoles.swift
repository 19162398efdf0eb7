/// The holes of roles, logins and the cities beside this one, as `SchemaTests` has those of tables.
let loginHoles: KeyValuePairs<String, [String]> = [
    "agency_role_missing": [
        "reset role; \(agency("active"))",
        "reset role; \(agency("active")); create role medan_agency_990001",
        "reset role; \(agency("suspended")); create role medan_agency_990001 in role medan_agency",
        "reset role; \(agency("closed")); create role medan_agency_990001 in role medan_agency",
        "reset role; \(agency("suspended")); create role medan_agency_990001; \(listed)",
        "reset role; \(agency("suspended")); create role medan_agency_990001; \(listed); \(role("login"))",
        """
        reset role; \(agency("suspended")); create role medan_agency_990001; \(listed); \
        \(role("nologin in role medan_agency_990001"))
        """,
        """
        reset role; \(agency("suspended")); create role medan_agency_990001; \
        \(role("login in role medan_agency_990001"))
        """,
        """
        reset role; \(agency("suspended")); create role medan_agency_990001; \(listed); \
        \(role("login in role medan_agency_990001")); update agency_login set revoked_at = now()
        """,
    ],
    "login_settings": [
        "reset role; \(role("login")); alter role medan_agency_990001_a set row_security = off",
        "reset role; \(role("login")); alter role medan_agency_990001_a set search_path = pg_temp",
        """
        reset role; \(role("login")); alter role medan_agency_990001_a in database {database} \
        set search_path = medan, pg_temp
        """,
        "reset role; create role medan_agency_990001; alter role medan_agency_990001 set search_path = medan, pg_temp",
        "reset role; alter role medan_pool in database {database} set statement_timeout = '1ms'",
        """
        reset role; \(agency("suspended")); create role medan_agency_990001; \(listed); \
        create role medan_agency_990001_a login in role medan_agency_990001
        """,
    ],
    "backup_reaches_city": [
        """
        reset role; create role hole_owner; create role hole_backup; create schema hole authorization hole_owner
        """
    ],
]

private func agency(_ state: String) -> String {
    """
    insert into agency (agency_id, code, kind, state) overriding system value values (990001, 'hole', 'dinas', '\(state)')
    """
}

private let listed =
    "insert into agency_login (agency_id, label, method, connection_limit) values (990001, 'a', 'password', 1)"

private func role(_ attributes: String) -> String {
    """
    create role medan_agency_990001_a \(attributes); alter role medan_agency_990001_a set search_path = medan, pg_temp
    """
}
