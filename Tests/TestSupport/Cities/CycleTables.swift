/// The rows that a cycle produces.
public enum CycleTables {
    public static let names = ["appraisal", "appraisal_closing", "appraisal_score", "talent_placement", "run_failure"]

    /// A query for one line per table: its name, its number of rows and a digest of them all, byte by byte.
    public static let digest =
        names.map { table in
            """
            select '\(table)', count(*), md5(string_agg(t::text, e'\\n' order by t::text collate "C")) from \(table) t
            """
        }
        .joined(separator: " union all ") + " order by 1"
}
