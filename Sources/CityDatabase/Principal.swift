public import Postgres

/// An agency's number inside the database.
public typealias AgencyID = Int32

/// As whom a transaction works. Each is exactly one role; there is no way to a table without one.
public enum Principal: Sendable, Hashable {
    /// The rows of one agency, through the shared service.
    case agency(AgencyID)
    /// The city's personnel agency: reads all agencies, writes what is city-wide.
    case personnel
    /// Carries people over from one agency to another; reaches the tables that this touches.
    case mover
    /// Creates agencies and their logins; sees no tenant data.
    case provisioner
    /// Hands out the worker's chunks; sees no tenant data.
    case worker
    /// Reads the audit trail, and seals it; nothing else.
    case auditor
    /// Owns the tables; migrations only.
    case owner

    public func scope(in city: City) -> Scope {
        let path: [Identifier] = [Identifier(city.name), "pg_temp"]
        switch self {
        case .agency(let id):
            return Scope(
                role: Identifier("\(city)_pool"),
                searchPath: path,
                settings: [Scope.Setting("mutasi.agency", Int(id))]
            )
        case .personnel: return Scope(role: Identifier("\(city)_personnel"), searchPath: path)
        case .mover: return Scope(role: Identifier("\(city)_mover"), searchPath: path)
        case .provisioner: return Scope(role: Identifier("\(city)_provisioner"), searchPath: path)
        case .worker: return Scope(role: Identifier("\(city)_worker"), searchPath: path)
        case .auditor: return Scope(role: Identifier("\(city)_auditor"), searchPath: path)
        case .owner: return Scope(role: Identifier("\(city)_owner"), searchPath: path)
        }
    }
}
