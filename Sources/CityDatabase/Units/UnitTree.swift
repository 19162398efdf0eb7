import Postgres

/// The tree of an agency's units as it would be after an import.
enum UnitTree {
    /// The lines of staged rows whose units would stand above themselves, together with the units that are known.
    ///
    /// - Parameter staged: line, unit and parent of each row that gives a unit its parent, one for each unit.
    static func circles(_ staged: SQL, _ agency: AgencyID) -> SQL {
        """
        with recursive staged as materialized (
            select line, unit, parent from (\(fragment: staged)) r
        ), tree as materialized (
            select unit, parent from staged
            union all
            select u.siasn_id, u.parent_siasn_id from org_unit u
            where u.agency_id = \(agency) and not exists (select from staged s where s.unit = u.siasn_id)
        ), above as (
            select unit, parent from tree where parent is not null
            union
            select a.unit, t.parent
            from above a
            join tree t on t.unit = a.parent
            where a.parent <> a.unit and t.parent is not null
        )
        select s.line from staged s
        join above a on a.unit = s.unit and a.parent = s.unit
        """
    }
}
