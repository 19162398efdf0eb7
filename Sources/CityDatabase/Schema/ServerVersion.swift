import Postgres
import Texts

/// A version of PostgreSQL, as `server_version_num` gives it: 150014 for 15.14.
struct ServerVersion: Comparable, CustomStringConvertible {
    let number: Int32

    /// The minor release of each major one from which row security holds: before it a statistics estimator shows rows
    /// that a policy hides (CVE-2025-8713), and plans survive a change of role (CVE-2024-10976).
    static let minima: [Int32: ServerVersion] = [
        15: ServerVersion(number: 150_014), 16: ServerVersion(number: 160_010), 17: ServerVersion(number: 170_006),
    ]

    /// The oldest major release: it has views with `security_invoker`, and MERGE under policies.
    static let oldest: Int32 = 15

    var major: Int32 { number / 10_000 }

    /// The oldest version that is good enough; nil when this one is.
    var required: ServerVersion? {
        let minimum = Self.minima[max(major, Self.oldest)] ?? ServerVersion(number: major * 10_000)
        return self < minimum ? minimum : nil
    }

    var description: String { "\(major).\(number % 10_000)" }

    static func < (one: ServerVersion, other: ServerVersion) -> Bool { one.number < other.number }

    /// Refuses a server that does not keep agencies apart, whatever the policies say.
    static func require(_ tx: inout Transaction) throws {
        let version = ServerVersion(
            number: try tx.one("select current_setting('server_version_num')::integer", as: Int32.self)
        )
        guard let required = version.required else { return }
        throw CityError(.serverVersion, ["version": "\(version)", "required": "\(required)"])
    }
}
