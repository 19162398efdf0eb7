/// A city government: the name of its schema and the stem of its roles' names.
public struct City: Sendable, Hashable, CustomStringConvertible {
    public let name: String

    /// `[a-z][a-z0-9_]{0,30}`; nil for anything else.
    public init?(_ name: String) {
        let bytes = Array(name.utf8)
        let isLetter = { (byte: UInt8) in (0x61...0x7A).contains(byte) }
        guard let first = bytes.first, isLetter(first), bytes.count <= 31,
            bytes.allSatisfy({ isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x5F })
        else { return nil }
        self.name = name
    }

    private init(unchecked name: String) {
        self.name = name
    }

    public static let medan = City(unchecked: "medan")

    public var description: String { name }
}
