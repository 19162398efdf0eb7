import CityDatabase
import Personnel
import Programs
import Texts

/// Number and date of the one decree that transfers have on record.
struct RecordedDecree: Hashable {
    let number: String
    let date: CivilDate
    /// As the step named the person who signed it.
    let signedBy: String?

    /// Nil when none of them has one.
    ///
    /// - Throws: `Stop` when they do not have the same one.
    init?(of transfers: [DecidedTransfer]) throws {
        let groups = Dictionary(grouping: transfers) { $0.decreeNumber ?? "" }
        guard groups.count < 2 else {
            let lines = groups.sorted { $0.key < $1.key }
                .map { number, transfers in
                    let none = TextCatalogue.words.wording("paper.no_decree")
                    return Wording(
                        indonesian: "\(number.isEmpty ? none.indonesian : number): \(transfers.numbers)",
                        english: "\(number.isEmpty ? none.english : number): \(transfers.numbers)"
                    )
                }
            throw Stop(.paperDecreesDiffer, ["decrees": .wording(Wording(lines: lines))])
        }
        guard let first = transfers.first, let number = first.decreeNumber, let date = first.decreeDate else {
            return nil
        }
        (self.number, self.date, signedBy) = (number, date, first.signedBy)
    }

    /// - Throws: `Stop` when one of them has none, or not the same.
    static func required(of transfers: [DecidedTransfer]) throws -> RecordedDecree {
        guard let decree = try RecordedDecree(of: transfers) else {
            throw Stop(.paperDecreeMissing, ["numbers": .text(transfers.numbers)])
        }
        return decree
    }
}
