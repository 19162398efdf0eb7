import Decrees
import Personnel
import Testing

@Suite("The letter that tells a person of a transfer")
struct TransferNoticeTests {
    @Test(
        "says why, what was considered, what changes, who answers until when, and has a receipt that consents to nothing"
    )
    func letter() throws {
        let page = try PaperTemplates.standard.print(try Sample.notice(try Sample.decree()))
        for words in [
            "Yth. Saudara Pegawai Contoh 1, S.Sos.", "Nomor 800.1.3.3/1234/2026 tanggal 20 Agustus 2026",
            "Kepala Bidang Contoh 1 pada Dinas Sosial terhitung mulai tanggal 21 Agustus 2026",
            "Kompetensi sesuai dengan standar jabatan", "lama menjabat (bulan): 38",
            "<td>Kelas jabatan</td><td>9</td><td>11</td>",
            "dijawab oleh Bidang Mutasi BKPSDM Kota Medan sampai dengan 4 September 2026",
            "Tanda terima ini tidak berarti persetujuan",
        ] { #expect(page.contains(words), "\(words)") }
        #expect(!page.contains("Pegawai Contoh 2") && !page.contains("Pegawai Contoh 3"), "nobody else is in it")
    }

    @Test(
        "without a finding, older than the decree, or with questions that ended before it, it is refused, all at once"
    )
    func refusals() throws {
        let refusal = #expect(throws: PaperRefusal.self) {
            try Sample.notice(
                try Sample.decree(),
                date: Sample.day(2026, 8, 19),
                findings: [],
                until: Sample.day(2026, 8, 18)
            )
        }
        #expect(
            refusal?.problems == [
                .findingsMissing("TRF-2026-000001"),
                .noticeBeforeDecree(letter: Sample.day(2026, 8, 19), decree: Sample.day(2026, 8, 20)),
                .contactEnded(letter: Sample.day(2026, 8, 19), until: Sample.day(2026, 8, 18)),
            ]
        )
    }
}
