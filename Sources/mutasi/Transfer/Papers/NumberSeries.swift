import ArgumentParser
import Programs
import Texts

/// Numbers of papers of one kind: the same text, with a running number in the place of a "#".
struct NumberSeries: ParsableArguments {
    @Option(help: "Number of the paper; in several papers # stands for a running number, such as 800/SPMT/#.")
    var number: TypedText
    @Option(help: "The first running number.") var from = 1

    func validate() throws {
        guard 1...999_999 ~= from else { throw ValidationError("--from must be between 1 and 999999.") }
    }

    /// - Throws: `Stop` when several papers would have one number.
    func numbers(_ count: Int) throws -> [String] {
        let text = try number.read("--number")
        guard text.contains("#") || count == 1 else { throw Stop(.paperNumbers, ["count": .number(count)]) }
        return (0..<count).map { text.replacing("#", with: String(from + $0)) }
    }
}
