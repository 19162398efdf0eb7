import Texts

extension TalentReportPage {
    var notes: Markup {
        let pictures: [any DrawnPicture] = [report.ratings, report.coverage, report.ages, report.tenure]
        let general = [
            language.text(
                "Persen dibulatkan, sehingga jumlahnya dapat sedikit berbeda dari 100\u{A0}%.",
                "Percentages are rounded, so their sum may differ slightly from 100%."
            ),
            language.text(
                "Tidak ada nama pegawai di sini. Angka yang kecil tetap dapat menunjuk orang tertentu: "
                    + "hanya untuk keperluan dinas.",
                "No person is named here. Small numbers may still point to somebody: for official use only."
            ),
        ]
        let map = NineBoxPicture(frame: report.frame, nineBox: report.nineBox)
        return Page.notes(
            heading: language.text("Cara membaca dan dasar aturan", "How to read this, and the rules behind it"),
            map.reading(language) + pictures.flatMap { $0.reading(language) } + general
        )
    }
}
