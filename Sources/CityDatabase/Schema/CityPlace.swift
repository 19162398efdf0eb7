import Postgres
import Texts

/// Checks whether a city may be set up in this database, on this server.
struct CityPlace {
    let city: City

    /// Runs as a superuser before anything is made.
    ///
    /// - Throws: `CityError` where another city is in the way, or the server lacks something.
    func require(_ tx: inout Transaction) throws {
        try requireEncoding(&tx)
        try requireExtension(&tx)
        try requireOwnDatabase(&tx)
        try requireUnlikeNames(&tx)
    }

    /// Names are UTF-8 throughout. LATIN1 cannot hold them, and SQL_ASCII neither checks nor converts, so that other
    /// clients may write bytes that no program can read.
    private func requireEncoding(_ tx: inout Transaction) throws {
        let encoding = try tx.one("select getdatabaseencoding()::text", as: String.self)
        guard encoding != "UTF8" else { return }
        throw CityError(.databaseEncoding, ["encoding": .text(encoding)])
    }

    private func requireExtension(_ tx: inout Transaction) throws {
        let isThere = try tx.one(
            "select exists (select from pg_available_extensions where name = 'btree_gist')",
            as: Bool.self
        )
        guard !isThere else { return }
        throw CityError(.databaseExtensionMissing)
    }

    /// A backup role reads every schema of its database, so two cities in one database would read each other. A city
    /// that already shares its database is still kept up to date; `backup_reaches_city` reports it.
    private func requireOwnDatabase(_ tx: inout Transaction) throws {
        let other = try tx.optional(
            """
            select n.nspname::text
            from pg_namespace n
            where n.nspname <> \(city.name)
                and pg_get_userbyid(n.nspowner) = n.nspname || '_owner'
                and exists (select from pg_roles r where r.rolname = n.nspname || '_backup')
                and not exists (select from pg_namespace o where o.nspname = \(city.name))
            order by 1
            limit 1
            """,
            as: String.self
        )
        guard let other else { return }
        throw CityError(.databaseCityOther, ["other": .text(other), "city": "\(city)"])
    }

    /// `medan_agency_5_backup` is the role of a city `medan_agency_5`, or a login of agency 5 of `medan`. Such a city
    /// name is refused today, but a server may have one.
    private func requireUnlikeNames(_ tx: inout Transaction) throws {
        let other = try tx.optional(
            """
            select left(o.rolname, -length('_owner'))
            from pg_roles o
            where starts_with(o.rolname, \(city.name) || '_agency')
                and o.rolname ~ '_owner$'
                and exists (
                    select from pg_roles d
                    where d.rolname = left(o.rolname, -length('_owner')) || '_definer' and d.rolcreaterole
                )
                and exists (
                    select from pg_roles b
                    where b.rolname = left(o.rolname, -length('_owner')) || '_backup' and b.rolbypassrls
                )
            order by 1
            limit 1
            """,
            as: String.self
        )
        guard let other else { return }
        throw CityError(.databaseServerShared, ["other": .text(other), "city": "\(city)"])
    }
}
