import CSV
import Testing

@Suite("A cell for a spreadsheet")
struct SpreadsheetTextTests {
    @Test(
        "has an apostrophe where a spreadsheet would run or round it",
        arguments: [
            ("=1+1", "'=1+1"), ("+62 812", "'+62 812"), ("-", "'-"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "'\t=1"),
            ("\r=1", "'\r=1"), (" =1+1", "' =1+1"), ("＝1", "'＝1"), ("199204042015031084", "'199204042015031084"),
            ("'Aisyah", "''Aisyah"), ("Ma'ruf, S.Kom.", "Ma'ruf, S.Kom."), ("800/12/2026", "800/12/2026"),
            ("123456789012345", "123456789012345"), ("1234567890123456", "'1234567890123456"), ("82.50", "82.50"),
            ("01-03-2005", "01-03-2005"), ("S-1", "S-1"), ("", ""), ("  ", "  "),
            ("1992040420150310840 ", "1992040420150310840 "),
        ]
    )
    func cell(text: String, cell: String) {
        #expect(SpreadsheetText.cell(text) == cell)
        #expect(SpreadsheetText.text(SpreadsheetText.cell(text)) == text)
    }

    @Test("is read without one apostrophe, and only one")
    func text() {
        #expect(SpreadsheetText.text("'199204042015031084") == "199204042015031084")
        #expect(SpreadsheetText.text("''Aisyah") == "'Aisyah" && SpreadsheetText.text("'") == "")
        #expect(SpreadsheetText.text("'\u{301}a").unicodeScalars.elementsEqual("\u{301}a".unicodeScalars))
    }
}
