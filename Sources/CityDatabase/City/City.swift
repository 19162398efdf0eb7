/// A city government: the name of its schema and the stem of its roles' names.
public struct City: Sendable, Hashable, CustomStringConvertible {
    public let name: String

    /// Takes `[a-z][a-z0-9_]{0,30}`, except a name of the server's own, and except a name that makes a city's role look
    /// like another city's: `medan_agency_5_backup` would be a login of agency 5 of `medan` or the backup role of
    /// `medan_agency_5`. Nil for anything else.
    public init?(_ name: String) {
        let bytes = Array(name.utf8)
        let isLetter = { (byte: UInt8) in (0x61...0x7A).contains(byte) }
        guard let first = bytes.first, isLetter(first), bytes.count <= 31,
            bytes.allSatisfy({ isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x5F }),
            !name.hasPrefix("pg_"), !Self.serverNames.contains(name), !name.contains("_agency"),
            !Self.roleWords.contains(where: { name.hasSuffix("_\($0)") })
        else { return nil }
        self.name = name
    }

    /// Says what a valid name is, for an error that refuses one.
    public static let rule = """
        at most 31 lower-case letters, digits and _, a letter first; not pg_…, postgres, public or information_schema, \
        and without _agency or a role's word such as _backup at its end
        """

    private static let serverNames: Set = ["postgres", "public", "information_schema"]

    /// The last words of the names of its roles.
    static let roleWords = CityRole.all.map(\.word) + ["backup", "admin", "daemon"]

    private init(unchecked name: String) {
        self.name = name
    }

    public static let medan = City(unchecked: "medan")

    public var description: String { name }
}
