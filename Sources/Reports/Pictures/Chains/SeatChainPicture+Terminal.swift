import Characters
import Texts

extension SeatChainPicture {
    private static let indent = "  "

    func lines(_ language: Language, width: Int) -> [TerminalLine] {
        var lines: [TerminalLine] = []
        for chain in chains {
            if !lines.isEmpty { lines.append(TerminalLine("")) }
            lines += heading(of: chain, language).wrapped(to: width).map { TerminalLine($0, .strong) }
            let style: TerminalLine.Style = chain.hasSeat || chain.isClosed ? .plain : .low
            lines += Self.wrapped(tokens(of: chain, language), to: width).map { TerminalLine($0, style) }
        }
        return lines
    }

    /// "A ← B (TRF-1) ← C (TRF-2)": who leaves B takes A.
    func text(of chain: Chain, _ language: Language) -> String { tokens(of: chain, language).joined(separator: " ") }

    /// The seats, each after the first with its arrow; a closed chain ends with the seat with which it begins.
    private func tokens(of chain: Chain, _ language: Language) -> [String] {
        let boxes = ChainBox.boxes(of: chain)
        let rest = chain.isClosed ? boxes.dropFirst() + boxes.prefix(1) : boxes.dropFirst()
        return [Self.text(boxes[0], withCase: false, language)]
            + rest.map { "← " + Self.text($0, withCase: true, language) }
    }

    private static func text(_ box: ChainBox, withCase: Bool, _ language: Language) -> String {
        let place = box.place(language)
        let seat = place.isEmpty ? box.title(language) : "\(box.title(language)), \(place)"
        return (withCase ? box.caseNumber.map { "\(seat) (\($0))" } ?? seat : seat).visibleLine
    }

    /// Whole seats side by side while there is room; one that is wider than a line goes on in the next.
    private static func wrapped(_ tokens: [String], to width: Int) -> [String] {
        let room = max(1, width - indent.count)
        var lines: [String] = []
        var line = ""
        for token in tokens {
            if !line.isEmpty, line.displayWidth + 1 + token.displayWidth <= room {
                line += " " + token
                continue
            }
            if !line.isEmpty { lines.append(line) }
            var parts = token.wrapped(to: room)
            line = parts.popLast() ?? ""
            lines += parts
        }
        if !line.isEmpty { lines.append(line) }
        return lines.map { indent + $0 }
    }
}
