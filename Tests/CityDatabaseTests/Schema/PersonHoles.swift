/// Holes through which a person's row gets lost, as `SchemaTests` makes them.
let personHoles: KeyValuePairs<String, [String]> = [
    "source_row_missing": [
        "drop trigger require_source_row on talent_placement",
        """
        create table hole (agency_id integer, cycle_id integer references cycle, employment_id bigint, primary key \
        (agency_id, cycle_id, employment_id)); \(readable("hole"))
        """,
        """
        create table hole (agency_id integer, cycle_id integer, employment_id bigint, primary key (agency_id, cycle_id, \
        employment_id), foreign key (agency_id, employment_id) references employment); \(readable("hole"))
        """,
    ],
    "person_unreached": [
        "create table hole (agency_id integer primary key, mentor_nip text); \(readable("hole"))",
        "create table hole (person_id bigint primary key); \(readable("hole"))",
        "create table hole (agency_id integer primary key, former_employment_id bigint); \(readable("hole"))",
        """
        create table hole (agency_id integer primary key, mentor bigint, foreign key (agency_id, mentor) references \
        employment); \(readable("hole"))
        """,
        "create table hole (agency_id integer primary key, objection_id bigint); \(forced("hole"))",
        "revoke select on evidence from medan_personnel",
    ],
]

private func readable(_ table: String) -> String {
    "\(forced(table)); grant select on \(table) to medan_personnel"
}
