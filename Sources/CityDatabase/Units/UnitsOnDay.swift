import Personnel
import Postgres

/// Parts of statements that read units and posts as they were on a day: the tables have the present state, and beside it each
/// former one with the days on which it held.
enum UnitsOnDay {
    /// Joins to a post: its former state `pf`, if it had another one on the day, the unit `u` that it belonged to, and that
    /// unit's former state `uf`.
    ///
    /// - Parameter post: the post's alias in the statement.
    static func joins(of post: SQL = "t", on day: SQL) -> SQL {
        """
        left join post_former pf on pf.agency_id = \(fragment: post).agency_id and pf.post_id = \(fragment: post).post_id
            and pf.valid @> \(fragment: day)
        join org_unit u on u.agency_id = \(fragment: post).agency_id
            and u.org_unit_id = coalesce(pf.org_unit_id, \(fragment: post).org_unit_id)
        \(fragment: formerUnit(on: day))
        """
    }

    /// Joins the former state `uf` to a unit `u`.
    static func formerUnit(on day: SQL) -> SQL {
        """
        left join org_unit_former uf on uf.agency_id = u.agency_id and uf.org_unit_id = u.org_unit_id
            and uf.valid @> \(fragment: day)
        """
    }

    static let name: SQL = "coalesce(uf.name, u.name)"
    static let parent: SQL = "case when uf.org_unit_id is null then u.parent_siasn_id else uf.parent_siasn_id end"
    /// Seats of the post `t`.
    static func seats(on day: SQL) -> SQL {
        "seats_on(t.agency_id, t.post_id, t.capacity, \(fragment: day))"
    }

    /// Whether the unit `u` exists.
    static func exists(on day: SQL) -> SQL {
        "coalesce(u.began_on <= \(fragment: day), true) and coalesce(u.ended_on > \(fragment: day), true)"
    }

    /// Whether the agency is one that worked on the day. A closed one did while people served there.
    static func agencyWorks(_ agency: SQL, on day: SQL) -> SQL {
        """
        (\(fragment: agency).state <> 'closed' or exists (
            select from employment w
            where w.agency_id = \(fragment: agency).agency_id and lower(w.valid) <= \(fragment: day)
                and upper(w.valid) > \(fragment: day)
        ))
        """
    }
}
