import Testing
import Texts

@testable import Decrees

@Suite("Templates of decrees")
struct TemplateTests {
    private typealias Kind = TemplateProblem.Kind

    private static let standard = PaperTemplates.standardFiles

    /// The problems of a folder with one file of the city's.
    private func problems(_ text: String, file: String = "keputusan.mustache") -> [TemplateProblem] {
        do throws(TemplateRefusal) {
            _ = try PaperTemplates(replacing: [file: text])
            return []
        } catch {
            return error.problems
        }
    }

    /// The program's template of a decree with one more line, the last.
    private func added(_ line: String) -> String { Self.standard["keputusan.mustache", default: ""] + line + "\n" }

    @Test("the program brings a template for every paper, the letterhead and the style, and they are valid")
    func standard() {
        #expect(Set(Self.standard.keys) == Set(PaperKind.fileNames))
        #expect(problems("", file: "gaya.css").isEmpty)
    }

    @Test("among them the program's templates use every name, and the papers give every name a value of its kind")
    func namesAreUsed() throws {
        let head = TemplateCheck(
            Self.standard["kop.mustache", default: ""],
            file: "kop.mustache",
            variables: PaperKind.common
        )
        var (used, known) = (head.used, Set<String>())
        for paper in try Sample.papers(Sample.decree(firstDay: Sample.day(2026, 8, 19), earlyStartReason: "Sebab.")) {
            let kind = type(of: paper).kind
            let text = Self.standard[kind.file, default: ""]
            used.formUnion(
                TemplateCheck(text, file: kind.file, variables: kind.variables, partials: ["kop"]).used
            )
            var names: Set<String> = []
            for (name, variable) in kind.variables {
                names.insert(name)
                if case .list(let rows) = variable { names.formUnion(rows.keys.map { "\(name).\($0)" }) }
            }
            #expect(Set(paper.values.entries.keys).isSubset(of: kind.variables.keys), "\(kind)")
            #expect(paper.values.missing(of: kind.variables).isEmpty, "\(kind)")
            #expect(kind.mandatory.allSatisfy(names.contains), "\(kind)")
            known.formUnion(names)
        }
        #expect(known.subtracting(used).isEmpty)
    }

    @Test("a list's names are not the paper's own, so that an absent one is never found further out")
    func namesAreApart() {
        for kind in PaperKind.allCases {
            for case .list(let rows) in kind.variables.values {
                #expect(Set(rows.keys).isDisjoint(with: kind.variables.keys), "\(kind)")
            }
        }
    }

    @Test(
        "what a template must not do is refused with its kind",
        arguments: [
            ("{{{nomor}}}", Kind.rawValue), ("{{&nomor}}", .rawValue), ("{{nomor", .tagOpen),
            ("{{=<% %>=}}", .tagRefused("=<% %>=")), ("{{% CONTENT_TYPE: TEXT}}", .tagRefused("% CONTENT_TYPE: TEXT")),
            ("{{<kop}}", .tagRefused("<kop")), ("{{$kop}}", .tagRefused("$kop")),
            ("{{>*nomor}}", .tagRefused(">*nomor")),
            ("{{uppercased(nomor)}}", .tagRefused("uppercased(nomor)")), ("{{.}}", .tagRefused(".")),
            ("{{diktum}}", .listAsText("diktum")), ("{{ada_tembusan}}", .listAsText("ada_tembusan")),
            ("{{#nomor}}x{{/nomor}}", .textAsSection("nomor")), ("{{alasan_tmt}}", .unguarded("alasan_tmt")),
            ("{{^alasan_tmt}}{{alasan_tmt}}{{/alasan_tmt}}", .unguarded("alasan_tmt")),
            ("{{#diktum}}", .sectionOpen("diktum")), ("{{/diktum}}", .sectionStray("diktum")),
            ("{{> lain}}", .partialUnknown("lain")), ("<script>x</script>", .elementRefused("script")),
            ("<!-- x -->", .elementRefused("!--")), ("<iframe/>", .elementRefused("iframe")),
            ("<P>x</P>", .elementRefused("P")), ("<p onclick=\"x\">x</p>", .attributeRefused("onclick")),
            ("<p class=x>x</p>", .attributeRefused("class")), ("<p style=\"x\">x</p>", .attributeRefused("style")),
            ("<p src=\"data:image/png;base64,\">x</p>", .attributeRefused("src")),
            ("<img src=\"https://example.org/x.png\">", .remote("https://example.org/x.png")),
            ("<img src=\"//example.org/x.png\">", .remote("//example.org/x.png")),
            ("<p class=\"{{nomor}}\">x</p>", .elementBroken), ("a < b", .elementBroken),
            ("<p>", .elementOpen("p")), ("</p>", .elementStray("p")), ("<p><b>x</p>", .elementStray("p")),
            ("{{#diktum}}<p>{{/diktum}}</p>", .elementOpen("p")),
        ]
    )
    fileprivate func refused(_ line: String, _ kind: TemplateProblem.Kind) throws {
        let found = problems(added(line))
        let problem = try #require(found.first { $0.kind == kind }, "\(found)")
        let lines = added("").split(separator: "\n", omittingEmptySubsequences: false).count - 1
        #expect(problem.line == lines)
        for language in Language.allCases {
            #expect(
                problem.wording(language).hasPrefix("keputusan.mustache, \(language.text("baris", "line")) \(lines): ")
            )
        }
    }

    @Test("an unknown name is refused, and the known ones are said; a name of a list is known in its section only")
    func unknown() throws {
        let outside = problems(added("{{nama}}"))
        #expect(outside.count == 1)
        guard case .variableUnknown("nama", let known)? = outside.first?.kind else {
            Issue.record("\(outside)")
            return
        }
        #expect(known.hasPrefix("ada_tembusan, alasan_tmt, ") && !known.contains("nama,"))
        #expect(problems(added("{{#pegawai}}{{nama}} {{nomor}}{{/pegawai}}")).isEmpty)
    }

    @Test("a mandatory name that is left out, or printed only where it may be skipped, is refused")
    func mandatory() {
        for kind in PaperKind.allCases {
            #expect(
                Set(problems("<p>kosong</p>", file: kind.file).map(\.kind))
                    == Set(kind.mandatory.map { .mandatoryMissing($0) })
            )
        }
        let text = Self.standard["spmt.mustache", default: ""]
            .replacing("{{nomor}}", with: "{{#unit_baru}}{{nomor}}{{/unit_baru}}")
        #expect(problems(text, file: "spmt.mustache").map(\.kind) == [.mandatoryMissing("nomor")])
    }

    @Test("a file that no paper uses is refused, and the letterhead knows what all papers know only")
    func otherFiles() {
        #expect(problems("", file: "surat.mustache").map(\.kind) == [.fileUnknown])
        #expect(problems("{{> kop}}", file: "kop.mustache").map(\.kind) == [.partialUnknown("kop")])
        guard
            case .variableUnknown("nomor", "kota, pejabat, provinsi")? =
                problems("\n\n{{nomor}}", file: "kop.mustache").first?.kind
        else {
            Issue.record("the letterhead took the number")
            return
        }
    }

    @Test(
        "a style that fetches or ends its element is refused",
        arguments: [
            ("p { background: url(https://example.org/x) }", Kind.styleRefused("https:")),
            ("p { background: URL(x.png) }", .remote("url(")), ("@IMPORT \"x.css\";", .styleRefused("@import")),
            ("p { background: u\\72l(x) }", .styleRefused("\\")), ("</style><script>", .styleRefused("<")),
            ("p { background: image-set(\"x.png\" 1x) }", .styleRefused("image-set(")),
        ]
    )
    fileprivate func style(_ rule: String, _ kind: TemplateProblem.Kind) {
        let found = problems("p { color: red }\n" + rule, file: "gaya.css")
        #expect(found.contains { $0.kind == kind && $0.line == 2 }, "\(found)")
    }

    @Test("a city's own template, letterhead and style take the place of the program's")
    func ownTemplates() throws {
        let own = try PaperTemplates(replacing: [
            "spmt.mustache": """
            {{> kop}}<h1>SPMT {{ nomor }}</h1>{{! catatan }}
            <p>{{tanggal}} {{nomor_keputusan}} {{nama}} {{nip}} {{jabatan_baru}} {{tanggal_mulai}}</p>
            <p>{{penanda_tangan}}</p>
            """,
            "kop.mustache": "<p><img alt=\"\" src=\"data:image/png;base64,iVBORw0KGgo=\">{{kota}}</p>",
            "gaya.css": "p { background: url(data:image/png;base64,iVBO//Rw0KGgo=) }",
        ])
        let papers = try Sample.papers(Sample.decree())
        let page = try own.print(papers[2])
        #expect(page.contains("<h1>SPMT 800/21/SPMT/2026</h1>"))
        #expect(page.contains("base64,iVBORw0KGgo=\">Kota Medan</p>"))
        #expect(page.contains("iVBO//Rw0KGgo="))
        #expect(try own.print(papers[1]).contains("Petikan sesuai dengan aslinya"), "the others stay")
    }
}
