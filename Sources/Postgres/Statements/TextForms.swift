/// The settings that decide how the server renders values as text and reads literals: pinned, so that a cast, `to_jsonb`
/// or a concatenation gives the same whatever server, database and role are set to.
///
/// They cannot travel with the start of the connection: libpq's `options` are refused by a pooler, and belong to the user.
struct TextForms: Sendable, Hashable {
    let timeZone: String

    /// For the rest of the session; to be sent outside of a transaction, for a rollback would undo it.
    var forSession: SQL { statement(isLocal: false) }
    /// For the transaction, behind a pooler, where the next one may run on another connection.
    var forTransaction: SQL { statement(isLocal: true) }

    private func statement(isLocal: Bool) -> SQL {
        """
        select set_config('DateStyle', 'ISO, YMD', \(isLocal)), set_config('TimeZone', \(timeZone), \(isLocal)),
            set_config('IntervalStyle', 'postgres', \(isLocal)), set_config('extra_float_digits', '1', \(isLocal)),
            set_config('bytea_output', 'hex', \(isLocal)), set_config('array_nulls', 'on', \(isLocal)),
            set_config('quote_all_identifiers', 'off', \(isLocal)),
            set_config('standard_conforming_strings', 'on', \(isLocal)),
            set_config('lc_monetary', 'C', \(isLocal)), set_config('lc_numeric', 'C', \(isLocal)),
            set_config('lc_time', 'C', \(isLocal)), set_config('row_security', 'on', \(isLocal))
        """
    }
}
