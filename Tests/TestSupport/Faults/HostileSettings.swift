/// Settings that somebody may make for a database, and that change the texts which the server renders or reads.
public enum HostileSettings {
    public static let all = [
        "datestyle = 'German'", "timezone = 'America/Sao_Paulo'", "intervalstyle = 'iso_8601'",
        "extra_float_digits = -15", "bytea_output = 'escape'", "array_nulls = off", "quote_all_identifiers = on",
        "standard_conforming_strings = off", "escape_string_warning = off", "lc_monetary = 'C.utf8'",
        "lc_numeric = 'C.utf8'", "lc_time = 'C.utf8'", "row_security = off", "xmlbinary = 'hex'",
        "search_path = pg_catalog", "default_transaction_isolation = 'serializable'",
        "enable_seqscan = off", "plan_cache_mode = 'force_generic_plan'",
    ]
}
