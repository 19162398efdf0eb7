public import Postgres

/// Jobs that no worker claims until they are resumed: those of a kind in all agencies, or all of one agency. Jobs in hand
/// are finished. Changed and read in the personnel agency's scope.
public enum JobPause: Sendable, Hashable {
    /// The jobs of a kind, in all agencies.
    case kind(String)
    /// 0 is the city.
    case agency(Int32)

    /// False when it is paused already, or there is no such kind.
    public func begin(note: String?, _ tx: inout Transaction) throws(PostgresError) -> Bool {
        switch self {
        case .kind(let kind):
            try tx.execute(
                "update job_kind set is_paused = true, pause_note = \(note) where kind = \(kind) and not is_paused"
            ) == 1
        case .agency(let agency):
            try tx.execute(
                """
                insert into job_agency (agency_id, is_paused, pause_note) values (\(agency), true, \(note))
                on conflict (agency_id) do update set is_paused = true, pause_note = excluded.pause_note
                where not job_agency.is_paused
                """
            ) == 1
        }
    }

    /// False when it is not paused.
    public func end(_ tx: inout Transaction) throws(PostgresError) -> Bool {
        switch self {
        case .kind(let kind):
            try tx.execute(
                "update job_kind set is_paused = false, pause_note = null where kind = \(kind) and is_paused"
            ) == 1
        case .agency(let agency):
            try tx.execute(
                "update job_agency set is_paused = false, pause_note = null where agency_id = \(agency) and is_paused"
            ) == 1
        }
    }

    /// The kinds that workers do.
    public static func kinds(_ tx: inout Transaction) throws(PostgresError) -> [String] {
        try tx.all("select kind from job_kind order by kind", as: String.self)
    }

    /// What is paused now, each with its note.
    public static func all(_ tx: inout Transaction) throws(PostgresError) -> [(pause: JobPause, note: String?)] {
        let kinds = try tx.all(
            "select kind, pause_note from job_kind where is_paused order by kind",
            as: (String, String?).self
        )
        let agencies = try tx.all(
            "select agency_id, pause_note from job_agency where is_paused order by agency_id",
            as: (Int32, String?).self
        )
        return kinds.map { (.kind($0.0), $0.1) } + agencies.map { (.agency($0.0), $0.1) }
    }
}
