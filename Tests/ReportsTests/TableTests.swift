import Reports
import Testing
import Texts

@Suite("Table")
struct TableTests {
    private static let columns = [
        Table.Column(key: "code", title: Wording("CODE")), Table.Column(key: "name", title: Wording("NAME")),
        Table.Column(key: "people", title: Wording("PEOPLE")),
        Table.Column(key: "coverage", title: Wording("COVERAGE")),
        Table.Column(key: "active", title: Wording("ACTIVE")),
    ]

    private let agencies = Table(
        columns: columns,
        rows: [
            [.text("dinkes"), .text("Dinas Kesehatan"), .integer(1754), .decimal("96.20"), .boolean(true)],
            [.text("dlh"), .text("Dinas \"Hidup\", kota"), .integer(9), .missing, .boolean(false)],
        ],
        footer: [.text("total"), .missing, .integer(1763), .missing, .missing]
    )

    @Test("aligns columns, numbers to the right, totals under a rule")
    func table() {
        #expect(
            agencies.rendered(as: .table, width: nil) == """
                CODE    NAME                 PEOPLE  COVERAGE  ACTIVE
                ──────  ───────────────────  ──────  ────────  ──────
                dinkes  Dinas Kesehatan        1754     96.20  yes
                dlh     Dinas "Hidup", kota       9         –  no
                ──────  ───────────────────  ──────  ────────  ──────
                total                          1763
                """
        )
    }

    @Test("gives JSON in the order of the columns, without the totals")
    func json() {
        #expect(
            agencies.rendered(as: .json, width: 10) == """
                [
                  {
                    "code": "dinkes",
                    "name": "Dinas Kesehatan",
                    "people": 1754,
                    "coverage": 96.20,
                    "active": true
                  },
                  {
                    "code": "dlh",
                    "name": "Dinas \\"Hidup\\", kota",
                    "people": 9,
                    "coverage": null,
                    "active": false
                  }
                ]
                """
        )
    }

    @Test("gives CSV with the keys as header, without the totals")
    func csv() {
        #expect(
            agencies.rendered(as: .csv, width: 10) == """
                code,name,people,coverage,active
                dinkes,Dinas Kesehatan,1754,96.20,true
                dlh,"Dinas ""Hidup"", kota",9,,false
                """
        )
    }

    @Test("says so when there is nothing to list")
    func empty() {
        let none = Table(columns: Self.columns, footer: Array(repeating: .integer(0), count: 5))
        #expect(none.rendered(as: .table, width: 80) == "(none)")
        #expect(none.rendered(as: .json, width: 80) == "[]")
        #expect(none.rendered(as: .csv, width: 80) == "code,name,people,coverage,active")
    }

    @Test("shortens the widest text and no number")
    func shortening() {
        var table = Table(columns: Array(Self.columns.prefix(3)))
        table.append([.text("dinkes"), .text("Dinas Kesehatan Kota Medan"), .integer(123_456_789)])
        table.append([.text("dlh"), .text("Dinas Lingkungan Hidup"), .integer(1)])
        #expect(
            table.rendered(as: .table, width: 34) == """
                CODE    NAME                PEOPLE
                ──────  ───────────────  ─────────
                dinkes  Dinas Kesehata…  123456789
                dlh     Dinas Lingkung…          1
                """
        )
    }

    @Test("shortens the last of equally wide texts first")
    func ties() {
        let table = Table(
            columns: [.init(key: "name", title: Wording("FROM")), .init(key: "post", title: Wording("TO"))],
            rows: [[.text("Medan Sunggal"), .text("Medan Tembung")]]
        )
        #expect(
            table.rendered(as: .table, width: 27) == """
                FROM           TO
                ─────────────  ────────────
                Medan Sunggal  Medan Tembu…
                """
        )
    }

    /// Two people, with what is known of them.
    private static let people = Table(
        columns: [
            .init(key: "nip", title: Wording("NIP")), .init(key: "name", title: Wording("Name")),
            .init(key: "since", title: Wording("Since")), .init(key: "months", title: Wording("Completed months")),
            .init(key: "first", title: Wording("First")), .init(key: "reason", title: Wording("Reason")),
        ],
        rows: [
            [
                .text("199204042015031084"), .text("Muhammad Rizki Pratama Nasution"), .text("2024-01-02"),
                .integer(27), .text("2024-01-02"), .text("198001012005012001 was born on 1980-01-01, says the NIP"),
            ],
            [.text("198001012005012001"), .text("Siti"), .text("2020-11-30"), .integer(5), .missing, .missing],
        ]
    )

    @Test("breaks titles, then shortens names and continues sentences, then leaves out what matters least, and says so")
    func narrow() {
        #expect(
            Self.people.rendered(as: .table, width: 60) == """
                NIP                 Name                Reason
                ──────────────────  ──────────────────  ────────────────────
                199204042015031084  Muhammad Rizki Pr…  198001012005012001
                                                        was born on
                                                        1980-01-01, says the
                                                        NIP
                198001012005012001  Siti                –

                Not shown, too wide: Since, Completed months, First
                """
        )
    }

    @Test("is never wider than the terminal, and shows each NIP and date whole or not at all", arguments: 1...200)
    func codes(width: Int) {
        let lines = Self.people.rendered(as: .table, width: width).split(separator: "\n").map(String.init)
        #expect(lines.allSatisfy { $0.count <= width })
        guard width >= 18 else { return }
        let text = lines.joined(separator: " ")
        #expect(text.contains("199204042015031084") && text.contains("198001012005012001"))
        #expect(!text.contains(/\d…/))
        for run in text.matches(of: /[0-9-]{5,}/) {
            #expect([10, 18].contains(run.output.count), "\(run.output)")
        }
        #expect(text.contains("2020-11-30") || text.contains("Not shown, too wide:"))
    }

    @Test("fits every width a table can have", arguments: 6...60)
    func fitting(width: Int) {
        let lines = agencies.rendered(as: .table, width: width).split(separator: "\n")
        #expect(lines.allSatisfy { $0.count <= width })
        #expect(lines[lines.startIndex].contains("CODE"))
        #expect(width < 42 || lines.contains { $0.contains("1754") })
        #expect(lines.contains { $0.hasPrefix("Not") } == (width < 46))
    }

    @Test("counts wide characters twice and combining marks not at all")
    func wideCharacters() {
        let table = Table(
            columns: [.init(key: "name", title: Wording("NAME")), .init(key: "n", title: Wording("N"))],
            rows: [
                [.text("人事部門の人"), .integer(1)], [.text("e\u{301}te\u{301}"), .integer(2)],
                [.text("café"), .integer(3)], [.text("🙂 ok"), .integer(4)],
            ]
        )
        #expect(
            table.rendered(as: .table, width: nil) == """
                NAME          N
                ────────────  ─
                人事部門の人  1
                e\u{301}te\u{301}           2
                café          3
                🙂 ok         4
                """
        )
        #expect(
            table.rendered(as: .table, width: 11) == """
                NAME
                ───────────
                人事部門の…
                e\u{301}te\u{301}
                café
                🙂 ok

                Not shown,
                too wide: N
                """
        )
    }

    @Test("lets no text command the terminal")
    func controls() {
        let table = Table(
            columns: [.init(key: "name", title: Wording("NAME"), alignment: .trailing)],
            rows: [[.text("a\u{1B}[31m\nb\u{9B}\u{202E}")], [.text("c")]]
        )
        #expect(
            table.rendered(as: .table, width: nil)
                == """
                                       NAME
                ───────────────────────────
                a\\u{1B}[31m b\\u{9B}\\u{202E}
                                          c
                """
        )
        #expect(table.rendered(as: .json, width: nil).contains(#""a\u001b[31m\nb\u009b\u202e""#))
    }

    @Test("takes a row of another width: what lacks is missing, what is too much is left out")
    func widths() {
        let columns = ["a", "b", "c"].map { Table.Column(key: $0, title: Wording($0)) }
        var table = Table(columns: columns, rows: [[.integer(1)]], footer: [.integer(9)])
        table.append([.integer(1), .integer(2), .integer(3), .integer(4)])
        #expect(table.rendered(as: .csv, width: nil) == "a,b,c\n1,,\n1,2,3")
        #expect(table.footer == [.integer(9), .missing, .missing])
    }

    @Test("holds in CSV no text that a spreadsheet runs or rounds; numbers stay numbers")
    func spreadsheets() {
        let table = Table(
            columns: ["nip", "name", "change", "mean"].map { .init(key: $0, title: Wording($0)) },
            rows: [[.text("199204042015031084"), .text("=1+1"), .integer(-5), .decimal("-1.50")]]
        )
        #expect(
            table.rendered(as: .csv, width: nil) == "nip,name,change,mean\n'199204042015031084,'=1+1,-5,-1.50"
        )
        #expect(table.rendered(as: .json, width: nil).contains("\"199204042015031084\""))
    }
}
