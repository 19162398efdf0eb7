public import Postgres

/// An agency's number inside the database.
public typealias AgencyID = Int32

/// The role under which a transaction works. Each is exactly one role; there is no way to a table without one.
public enum Principal: Sendable, Hashable {
    /// The rows of one agency, through the shared service.
    case agency(AgencyID)
    /// The city's personnel agency: reads all agencies, writes what is city-wide.
    case personnel
    /// Moves people from one agency to another; reaches only the tables that this touches.
    case mover
    /// Creates agencies and their logins; sees no tenant data.
    case provisioner
    /// Hands out the worker's chunks; sees no tenant data.
    case worker
    /// Reads the audit trail, and seals it; nothing else.
    case auditor
    /// Owns the tables; migrations only.
    case owner

    /// The last word of the name of its role, as in `sql/roles.csv`.
    var role: String {
        switch self {
        case .agency: "pool"
        case .personnel: "personnel"
        case .mover: "mover"
        case .provisioner: "provisioner"
        case .worker: "worker"
        case .auditor: "auditor"
        case .owner: "owner"
        }
    }

    public func scope(in city: City) -> Scope {
        var settings: [Scope.Setting] = []
        if case .agency(let id) = self { settings.append(Scope.Setting("mutasi.agency", Int(id))) }
        return Scope(
            role: Identifier("\(city)_\(role)"),
            searchPath: [Identifier(city.name), "pg_temp"],
            settings: settings
        )
    }
}
