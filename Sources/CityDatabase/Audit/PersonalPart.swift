import Postgres

/// A table about people, as the catalog has it, and the columns that say which person.
///
/// The rule is in `sql/routines/person_record.sql`: a table that is made later becomes a part without a change here.
struct PersonalPart: Sendable {
    let table: String
    /// The column by which other tables point to this one.
    let ownKey: String?
    /// Columns of the table, and the key that each holds. A row belongs to a person if any of them does.
    let columns: [(name: String, key: String)]

    /// Sorted by table.
    static func all(_ tx: inout Transaction) throws -> [PersonalPart] {
        let found = try tx.all(
            """
            select table_name, own_key, array_agg(column_name), array_agg(key_name)
            from personal_columns() where key_name is not null group by 1, 2 order by 1
            """,
            as: (String, String?, [String], [String]).self
        )
        return found.map { table, ownKey, names, keys in
            PersonalPart(table: table, ownKey: ownKey, columns: zip(names, keys).map { (name: $0, key: $1) })
        }
    }

    /// The numbers of the person's rows, where other tables point to these rows.
    func numbers(_ keys: PersonalKeys, _ tx: inout Transaction) throws -> [PersonalKeys.Number] {
        guard let ownKey else { return [] }
        return
            try tx.all(
                """
                select t.agency_id, t.\(identifier: Identifier(ownKey))
                from \(identifier: Identifier(table)) t where \(fragment: condition(keys)) order by 1, 2
                """,
                as: (AgencyID, Int64).self
            )
            .map { PersonalKeys.Number(agency: $0, number: $1) }
    }

    /// The person's rows as the table has them, each with its agency's code, as a JSON array; nil where there are none.
    func rows(_ keys: PersonalKeys, _ tx: inout Transaction) throws -> String? {
        try tx.one(
            """
            select jsonb_agg(f.fact || jsonb_build_object('agency', a.code) order by f.fact)::text
            from (
                select t.agency_id, to_jsonb(t) \(fragment: words) as fact
                from \(identifier: Identifier(table)) t where \(fragment: condition(keys))
            ) f
            join agency a using (agency_id)
            """,
            as: String?.self
        )
    }

    /// Columns added to a row that says little by itself: the unit as it was called at the end.
    private var words: SQL {
        guard table == "assignment" else { return "" }
        return """
            || (
                select jsonb_build_object('title', p.title, 'unit', \(fragment: UnitsOnDay.name))
                from post p
                \(fragment: UnitsOnDay.joins(of: "p", on: "coalesce(upper(t.valid) - 1, (select city_day(now())))"))
                where p.agency_id = t.agency_id and p.post_id = t.post_id
            )
            """
    }

    private func condition(_ keys: PersonalKeys) -> SQL {
        let holds = columns.map { column -> SQL in
            """
            (t.agency_id, t.\(identifier: Identifier(column.name))) in (
                select * from unnest(\(keys.agencies(of: column.key)), \(keys.numbers(of: column.key)))
            )
            """
        }
        // A single condition is a join by index; several make it read each row of the table.
        let isOfPerson = holds.dropFirst().reduce(holds[0]) { "\(fragment: $0) or \(fragment: $1)" }
        // Only runs of cycle phases count by employment.
        let isKnown: SQL =
            table == "run_failure"
            ? "exists (select from run r where r.run_id = t.run_id and r.kind = 'cycle_phase')" : "true"
        return "(\(fragment: isOfPerson)) and \(fragment: isKnown)"
    }
}
