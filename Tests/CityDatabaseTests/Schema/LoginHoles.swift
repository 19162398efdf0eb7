/// The holes of roles, logins and the cities beside this one; `SchemaTests` makes them, like those of tables.
let loginHoles: KeyValuePairs<String, [String]> = [
    "agency_role_missing": [
        "reset role; \(agency("active"))",
        "reset role; \(agency("active")); create role medan_agency_990001",
        "reset role; \(agency("suspended")); create role medan_agency_990001 in role medan_agency",
        "reset role; \(agency("closed")); create role medan_agency_990001 in role medan_agency",
        "reset role; \(unlisted); \(listed)",
        "reset role; \(made); alter role medan_agency_990001_a nologin",
        "reset role; \(made); revoke medan_agency_990001 from medan_agency_990001_a",
        "reset role; \(made); delete from agency_login",
        "reset role; \(made); update agency_login set revoked_at = now()",
    ],
    "login_settings": [
        "reset role; \(unlisted); alter role medan_agency_990001 set search_path = medan, pg_temp",
        "reset role; \(made); alter role medan_agency_990001_a set row_security = off",
        "reset role; \(made); alter role medan_agency_990001_a set search_path = pg_temp",
        "reset role; \(made); alter role medan_agency_990001_a reset search_path",
        "reset role; \(made); alter role medan_agency_990001_a set statement_timeout = 0",
        "reset role; \(made); alter role medan_agency_990001_a reset idle_in_transaction_session_timeout",
        """
        reset role; \(made); alter role medan_agency_990001_a in database {database} set search_path = medan, pg_temp
        """,
        "reset role; alter role medan_pool in database {database} set statement_timeout = '1ms'",
        "reset role; alter role medan_verifier in database {database} set search_path = public",
    ],
    "login_password_changed": [
        "reset role; \(made); \(fingerprint); update login_fingerprint set sha256 = sha256('y')",
        "reset role; \(made); \(fingerprint); alter role medan_agency_990001_a password null",
        """
        reset role; \(made); alter role medan_agency_990001_a password null; \(fingerprint); \
        alter role medan_agency_990001_a password 'y'
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

/// An agency with its role, and no login.
private let unlisted = "\(agency("suspended")); create role medan_agency_990001"

/// A login as `mutasi login add` makes it.
private let made = """
    \(unlisted); \(listed); create role medan_agency_990001_a login password 'x' in role medan_agency_990001; \
    select reset_login_settings('medan_agency_990001_a')
    """

private let fingerprint = """
    insert into login_fingerprint (agency_id, label, sha256)
    select 990001, 'a', sha256(convert_to(rolpassword, 'UTF8')) from pg_authid where rolname = 'medan_agency_990001_a'
    """
