import Characters
import Texts

/// A chain drawn as a snake of boxes: at most three in a row, the next row in the other direction.
struct ChainDrawing {
    let boxes: [ChainBox]
    let isClosed: Bool
    let language: Language

    private static let columns = 3
    /// Left of the boxes, for the arrow that closes a rotation.
    private static let lane = 16
    static let boxWidth = 180
    static let boxHeight = 110
    private static let gap = 42
    private static let rowGap = 34
    private static let padding = 8
    private static let size = 13

    init(_ chain: SeatChainPicture.Chain, _ language: Language) {
        boxes = ChainBox.boxes(of: chain)
        isClosed = chain.isClosed
        self.language = language
    }

    private var rows: Int { (boxes.count + Self.columns - 1) / Self.columns }
    /// Whether the closing arrow runs around the boxes; two are joined by a second arrow between them.
    var isRing: Bool { isClosed && boxes.count > 2 }

    var height: Int { rows * Self.boxHeight + (rows - 1) * Self.rowGap + (isRing ? 20 : 0) }

    /// - Parameter top: where the first row begins.
    func content(top: Int) -> Markup {
        let drawn = boxes.indices.map { box($0, top) }
        let arrows = boxes.indices.dropFirst().map { arrow(to: $0 - 1, from: $0, top) }
        return """
            \(drawn)
            \(arrows)
            \(closing(top))
            """
    }

    func corner(_ index: Int, _ top: Int) -> (x: Int, y: Int) {
        let (row, place) = (index / Self.columns, index % Self.columns)
        let column = row % 2 == 0 ? place : Self.columns - 1 - place
        return (
            Self.lane + column * (Self.boxWidth + Self.gap), top + row * (Self.boxHeight + Self.rowGap)
        )
    }

    private func box(_ index: Int, _ top: Int) -> Markup {
        let box = boxes[index]
        let (x, y) = corner(index, top)
        let room = Self.boxWidth - 2 * Self.padding
        let isDashed = box.standing == .vacant || box.standing == .outside
        let dashes: Markup = isDashed ? " stroke-dasharray=\"6 4\"" : ""
        let fill = box.standing == .left ? "#dce8f2" : "#ffffff"
        let titles = box.title(language).visibleLine.wrapped(toUnits: room, size: Self.size, bold: true, most: 3)
        let place = box.place(language).visibleLine.wrapped(toUnits: room, size: Drawing.leastSize, most: 2)
        var texts = titles.enumerated()
            .map { line, text in
                Drawing.text(text, x: x + Self.padding, y: y + 20 + line * 16, size: Self.size, bold: true)
            }
        texts += place.enumerated()
            .map { line, text in
                Drawing.text(
                    text,
                    x: x + Self.padding,
                    y: y + 20 + (titles.count + line) * 16,
                    size: Drawing.leastSize
                )
            }
        if let number = box.caseNumber {
            let number = number.visibleLine.shortened(toUnits: room, size: Drawing.leastSize)
            texts.append(
                Drawing.text(number, x: x + Self.padding, y: y + Self.boxHeight - 9, size: Drawing.leastSize)
            )
        }
        return """
            <rect x="\(x)" y="\(y)" width="\(Self.boxWidth)" height="\(Self.boxHeight)" fill="\(fill)" stroke="#1a1a1a" \
            stroke-width="1"\(dashes)/>
            \(texts)
            """
    }
}
