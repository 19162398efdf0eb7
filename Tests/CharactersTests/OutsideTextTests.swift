import Characters
import Testing

@Suite("A text from outside")
struct OutsideTextTests {
    @Test(
        "loses what nobody sees, and keeps what names have",
        arguments: [
            ("Budi Sihombing", "Budi Sihombing"), (" Budi\u{A0}Sihombing\u{A0}", "Budi Sihombing"),
            ("\u{FEFF}Budi\u{200B} Siho\u{2060}mbing", "Budi Sihombing"), ("Budi\u{202F}S.\u{3000}", "Budi S."),
            ("so\u{AD}ft \u{200E}marks\u{200F}", "soft marks"), ("\t\r\n a \n", "a"), ("\u{A0}\u{200B}", ""), ("", ""),
            ("Ma'ruf, S.Kom., M.M.", "Ma'ruf, S.Kom., M.M."), ("Dé d'Ürsø-Łukasz", "Dé d'Ürsø-Łukasz"),
            ("e\u{301}te\u{301}", "e\u{301}te\u{301}"), ("人事 部門", "人事 部門"), ("\u{E0041}Budi", "Budi"),
        ]
    )
    func cleaned(raw: String, text: String) throws {
        #expect(OutsideText(raw).text.unicodeScalars.elementsEqual(text.unicodeScalars))
        #expect(try OutsideText(raw).plain == OutsideText(raw).text)
        #expect(OutsideText(text).text == text, "once is enough")
    }

    @Test(
        "is refused for the control characters in it",
        arguments: Array(0x00...0x1F) + Array(0x7F...0x9F) + Array(0x2028...0x202E) + Array(0x2066...0x2069)
    )
    func controls(value: Int) throws {
        let scalar = try #require(Unicode.Scalar(UInt32(value)))
        let error = #expect(throws: ControlCharacter.self) { try OutsideText("a\(Character(scalar))b").plain }
        #expect(error?.scalar == scalar)
    }

    @Test(
        "may hold every other character",
        arguments: [0x20, 0x7E, 0xA1, 0xE9, 0x2027, 0x2030, 0x2065, 0x206A, 0x4E00, 0x1F642]
    )
    func others(value: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(value))
        #expect(ControlCharacter(scalar) == nil)
        #expect("a\(Character(scalar))b".firstControl == nil)
    }

    @Test("is shown with its control characters as escapes")
    func visible() {
        let text = "a\u{1B}[31mb\u{9B}\u{7F}\u{202E}c\u{2028}\td\r\ne"
        #expect(text.visible == "a\\u{1B}[31mb\\u{9B}\\u{7F}\\u{202E}c\\u{2028}\td\\u{D}\ne")
        #expect(text.visibleLine == "a\\u{1B}[31mb\\u{9B}\\u{7F}\\u{202E}c\\u{2028} d  e")
        #expect("Ma'ruf 北 🙂".visible == "Ma'ruf 北 🙂" && "".visibleLine.isEmpty)
        #expect(
            ControlCharacter("\u{7}")?.description == "U+0007" && ControlCharacter("\u{2069}")?.description == "U+2069"
        )
    }
}
