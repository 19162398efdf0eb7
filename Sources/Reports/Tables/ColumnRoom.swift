extension Table.Column {
    /// How a column gives way where a terminal is too narrow for the table.
    public enum Room: Sendable, Hashable {
        /// Shown whole or not at all: numbers, dates and codes tell nothing, or something wrong, when they are cut.
        case whole
        /// Names, which are still known when their end is missing.
        case shortened
        /// Sentences, which go on in further lines.
        case wrapped

        /// Of a key: what is not known to be words may be a code.
        init(ofKey key: String) {
            self = Self.names.contains(key) ? .shortened : Self.sentences.contains(key) ? .wrapped : .whole
        }

        private static let names: Set = ["name", "post", "present_post", "short_name", "title", "unit"]

        private static let sentences: Set = [
            "asked_by", "actor", "basis", "component", "detail", "directory", "evidence", "fact", "findings", "flags",
            "grounds", "key", "last_error", "meaning", "missing", "note", "object", "problem", "proof", "purpose",
            "reason", "reasons", "rule", "source", "table", "unique_key", "uri", "value", "what",
        ]
    }

    /// How soon a column is left out where even the narrowest table is too wide: the highest first, of equals the last.
    ///
    /// - Parameter others: the keys of all columns.
    func dispensability(among others: Set<String>) -> Int {
        if Self.details.contains(key) { return 3 }
        // Where a list is about people, their posts say less than what it lists them for.
        if Self.circumstances.contains(key)
            || key == "post" && others.contains("nip") && !others.contains("present_post")
        {
            return 2
        }
        return Self.identities.contains(key) ? 0 : 1
    }

    /// What the other columns of a row are about.
    private static let identities: Set = [
        "agency", "block", "check", "code", "cycle", "day", "difference", "event", "id", "indicator", "kind", "label",
        "login",
        "mend", "name",
        "nip", "number", "phase", "post", "problem", "rater", "reason", "request", "state", "step", "subject", "value",
        "version", "what",
    ]

    private static let circumstances: Set = ["from_agency", "present_post", "unit"]

    /// What a reader can do without, or finds elsewhere.
    private static let details: Set = [
        "attempt", "chunks", "chunks_done", "connections", "first", "jitter", "last", "losses",
        "performance_known_percent", "potential_known_percent", "rate", "role", "rule_set", "seconds", "sha256",
        "source",
        "standard_error", "unique_key", "zone",
    ]
}
