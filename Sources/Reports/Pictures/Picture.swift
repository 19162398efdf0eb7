public import Texts

/// One picture of the city's people, or of one agency's: a value that can be drawn, read and counted.
public protocol Picture: Sendable {
    var frame: PictureFrame { get }

    /// What it shows, of whom and when: "Peta talenta · Dinas Kesehatan · 27 November 2026".
    func heading(_ language: Language) -> String

    /// A whole SVG document, self-contained: no script, no font and no picture from elsewhere.
    func svg(_ language: Language) -> String

    /// A drawing for a terminal of `width` columns, never wider, without a line end after the last line.
    func terminal(_ language: Language, width: Int, colour: Bool) -> String

    /// A whole page for A4, self-contained: heading, picture, its numbers as a table, and how to read it.
    func html(_ language: Language) -> String

    /// The numbers, for CSV and JSON: keys in English, which stay.
    var table: Table { get }
}
