import Decrees
import Testing

@Suite("Pages of decrees")
struct PageTests {
    /// The text between the elements, one line for each run.
    private func text(_ page: String) -> String {
        page.split(separator: "<").dropFirst().compactMap { $0.split(separator: ">", maxSplits: 1).dropFirst().first }
            .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
            .filter { !$0.isEmpty && !$0.contains("{") }.joined(separator: "\n")
    }

    /// Every element is closed in its order.
    private func isWellFormed(_ page: String) -> Bool {
        var open: [Substring] = []
        for part in page.dropFirst("<!DOCTYPE html>".count).split(separator: "<").dropFirst() {
            let tag = part.prefix { $0 != ">" }
            let name = tag.prefix { $0 != " " }
            if name.hasPrefix("/") {
                guard open.popLast() == name.dropFirst() else { return false }
            } else if !["meta", "br", "img", "hr", "col"].contains(name) {
                open.append(name)
            }
        }
        return open.isEmpty
    }

    @Test("a decree of three people, word by word")
    func golden() throws {
        let page = try PaperTemplates.standard.print(Sample.decree())
        #expect(isWellFormed(page))
        let text = text(page)
        let begin = """
            Keputusan 800.1.3.3/1234/2026
            Wali Kota Medan
            Provinsi Sumatera Utara
            Keputusan Wali Kota Medan
            Nomor 800.1.3.3/1234/2026
            tentang
            Pemberhentian dan Pengangkatan dalam Jabatan di Lingkungan Pemerintah Kota Medan
            Dengan Rahmat Tuhan Yang Maha Esa
            Wali Kota Medan,
            Menimbang
            :
            a.
            bahwa untuk memenuhi kebutuhan organisasi
            """
        #expect(text.hasPrefix(begin), "\(text.prefix(600))")
        let signature = """
            Ditetapkan di Medan
            pada tanggal 20 Agustus 2026
            Wali Kota Medan,
            Contoh Kepala Daerah
            Tembusan disampaikan kepada Yth.:
            1.
            Gubernur Sumatera Utara;
            2.
            Inspektur Kota Medan.
            Lampiran Keputusan Wali Kota Medan
            """
        #expect(text.contains(signature))
        for line in [
            "1.\nUndang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara;", "Memutuskan:\nMenetapkan\n:",
            "KESATU\n:\nMemberhentikan dengan hormat",
            "KETIGA\n:\nKeputusan ini mulai berlaku terhitung mulai tanggal "
                + "21 Agustus 2026,",
        ] { #expect(text.contains(line), "\(line)") }
        let list = """
            1
            Pegawai Contoh 1, S.Sos.
            NIP 19800101 200501 2 002
            Pembina, IV/a
            Kepala Seksi Contoh 1
            Bidang Kesehatan Masyarakat
            Dinas Kesehatan
            Kepala Bidang Contoh 1
            Bidang Pemberdayaan
            Dinas Sosial
            III.b
            11
            Kompetensi sesuai dengan standar jabatan dan masa jabatan sudah tiga tahun.
            TRF-2026-000001
            2
            Ir. Pegawai Contoh 2, M.T.
            NIP 19800101 200501 2 003
            Pembina Utama Muda, IV/c
            Camat Contoh
            Kecamatan Contoh
            Kepala Dinas Perhubungan
            Dinas Perhubungan
            II.b
            14
            Nilai talenta tertinggi dalam kelompok rencana suksesi jabatan ini.
            TRF-2026-000002
            3
            Pegawai Contoh 3, A.Md.
            NIP 19800101 200501 2 004
            Golongan VII
            –
            –
            Pranata Komputer Terampil
            Sekretariat
            Dinas Sosial
            –
            –
            Formasi jabatan belum terisi.
            TRF-2026-000003
            Jumlah pegawai Kota Medan dalam daftar ini: 3 orang.
            """
        #expect(text.contains(list), "\(text.suffix(1_500))")
    }

    @Test("every paper is well-formed, has no tag left, and fetches nothing")
    func all() throws {
        for paper in try Sample.papers(Sample.decree()) {
            let page = try PaperTemplates.standard.print(paper)
            #expect(isWellFormed(page), "\(paper.title)")
            #expect(!page.contains("{{") && !page.contains("http:") && !page.contains("https:"), "\(paper.title)")
            #expect(page.contains("<title>\(paper.title)</title>"))
        }
    }

    @Test("each sheet about generated people says so, whatever the city's templates are, and no other does")
    func demo() throws {
        let own = try PaperTemplates(replacing: ["kop.mustache": "<header>{{pejabat}}</header>"])
        for paper in try Sample.papers(Sample.decree()) {
            let page = try own.print(paper, isDemo: true)
            #expect(isWellFormed(page) && page.contains("@bottom-left { content: 'DATA CONTOH'"), "\(paper.title)")
            #expect(text(page).contains("DATA CONTOH: semua pegawai di sini dibangkitkan"), "\(paper.title)")
            #expect(try !own.print(paper).contains("DATA CONTOH"))
        }
    }

    @Test("the other papers say who, from when and where")
    func others() throws {
        let pages = try Sample.papers(Sample.decree()).map { try text(PaperTemplates.standard.print($0)) }
        #expect(pages[1].contains("Petikan sesuai dengan aslinya\nKepala BKPSDM Kota Medan,\nDr. Contoh Kepala, M.Si."))
        #expect(!pages[1].contains("Pegawai Contoh 2"), "an excerpt is of one person")
        #expect(
            pages[2]
                .contains(
                    "telah nyata melaksanakan tugas sebagai Kepala Bidang Contoh 1 sejak tanggal 24 Agustus 2026."
                )
        )
        #expect(pages[3].contains("Hari, tanggal\n:\nSenin, 24 Agustus 2026\nPukul\n:\n09.00 WIB"))
        #expect(!pages[3].contains("Kepala Bidang Contoh 1"), "an invitation does not tell the new post")
        #expect(
            pages[4]
                .contains("Pada hari ini, Senin, tanggal dua puluh empat bulan Agustus tahun dua ribu dua puluh enam")
        )
    }

    @Test("a hostile name stays text: markup is escaped, a tag is printed as it is, what turns text is shown")
    func hostile() throws {
        let name = "<script>alert(\"1\")</script> & {{nomor}} {{{nip}}} \u{202E}x"
        let page = try PaperTemplates.standard.print(Sample.decree(nominees: [Sample.nominee(1, name: name)]))
        #expect(isWellFormed(page))
        #expect(!page.contains("<script"))
        #expect(page.contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; {{nomor}} {{{nip}}} \\u{202E}x"))
    }

    @Test("an empty value that the decree did not check is refused, not printed as a hole")
    func hole() throws {
        let decree = try Sample.decree()
        let excerpt = try DecreeExcerpt(
            of: decree,
            caseNumber: "TRF-2026-000001",
            certifier: Officer(name: " ", title: "Kepala BKPSDM")
        )
        #expect(throws: PaperRefusal(problems: [.missing("pengesah")])) { try PaperTemplates.standard.print(excerpt) }
    }

    @Test("a decree of five hundred people is one page of all of them, in a second")
    func many() throws {
        let decree = try Sample.decree(nominees: (1...500).map { Sample.nominee($0) })
        let clock = ContinuousClock()
        var page = ""
        let time = try clock.measure { page = try PaperTemplates.standard.print(decree) }
        #expect(isWellFormed(page))
        #expect(page.split(separator: "<p class=\"nip\">NIP ").count == 501)
        #expect(page.utf8.count < 1_000_000)
        #expect(time < .seconds(5), "\(time)")
    }
}
