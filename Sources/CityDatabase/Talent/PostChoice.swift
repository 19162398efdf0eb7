import Characters
import Postgres
import Texts

/// A post of an agency as people name it.
public enum PostChoice: Sendable, Hashable {
    case number(Int64)
    /// Whatever its capitals.
    case title(String)

    /// - Throws: `CityError` when the agency has no such post, with the title that was probably meant, or several.
    func number(in agency: Agency, _ tx: inout Transaction) throws -> Int64 {
        switch self {
        case .number(let number):
            let found = try tx.optional(
                "select post_id from post where agency_id = \(agency.id) and post_id = \(number)",
                as: Int64.self
            )
            guard let found else {
                throw CityError(.postUnknown, ["agency": "\(agency.code)", "post": "\(number)"])
            }
            return found
        case .title(let title):
            let posts = try tx.all(
                "select post_id, title from post where agency_id = \(agency.id) order by post_id",
                as: (Int64, String).self
            )
            let numbers = posts.filter { $0.1.lowercased() == title.lowercased() }.map(\.0)
            if numbers.count == 1 { return numbers[0] }
            if let similar = title.nearest(of: posts.map(\.1)), numbers.isEmpty {
                throw CityError(
                    .postUnknownSimilar,
                    ["agency": "\(agency.code)", "post": .text(title), "similar": .text(similar)]
                )
            }
            guard !numbers.isEmpty else {
                throw CityError(.postUnknown, ["agency": "\(agency.code)", "post": .text(title)])
            }
            let shown = numbers.prefix(Self.shown).map(String.init) + (numbers.count > Self.shown ? ["…"] : [])
            throw CityError(
                .postSeveral,
                [
                    "agency": "\(agency.code)", "post": .text(title), "count": .number(numbers.count),
                    "numbers": .text(shown.joined(separator: ", ")),
                ]
            )
        }
    }

    private static let shown = 12
}
