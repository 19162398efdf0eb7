extension CycleReportPage {
    var notes: Markup {
        Page.notes(
            heading: text("Cara membaca dan dasar aturan", "How to read this, and the rules behind it"),
            reading + sources
        )
    }

    private var reading: [String] {
        [
            text(
                "Peta talenta: makin ke atas makin baik kinerjanya, makin ke kanan makin tinggi potensialnya; angka kecil "
                    + "di sudut adalah nomor kotak. Garis tebal melingkupi kotak 7, 8 dan 9, yaitu kelompok talenta "
                    + "(kelompok rencana suksesi).",
                "Talent map: performance rises upwards, potential rises to the right; the small number in the corner is "
                    + "the box's. The heavy line surrounds boxes 7, 8 and 9, the talent pool (succession group)."
            ),
            text(
                "Persen dibulatkan, sehingga jumlahnya dapat sedikit berbeda dari 100\u{A0}%.",
                "Percentages are rounded, so their sum may differ slightly from 100%."
            ),
            text(
                "Tidak ada nama pegawai di sini. Angka yang kecil tetap dapat menunjuk orang tertentu: "
                    + "hanya untuk keperluan dinas.",
                "No person is named here. Small numbers may still point to somebody: for official use only."
            ),
        ]
    }

    private var sources: [String] {
        [
            text(
                "Predikat kinerja: matriks hasil kerja dan perilaku kerja, PermenPANRB 6/2022.",
                "Rating (predikat kinerja): matrix of results and behaviour, PermenPANRB 6/2022."
            ),
            text(
                "Kotak talenta: PermenPANRB 3/2020 sebagaimana diubah dengan PermenPANRB 20/2025.",
                "Boxes of the talent map: PermenPANRB 3/2020 as amended by PermenPANRB 20/2025."
            ),
            text(
                "Nilai kinerja dan potensial: Keputusan Kepala BKN 411/2025.",
                "Scores of performance and potential: Keputusan Kepala BKN 411/2025."
            ),
        ]
    }
}
